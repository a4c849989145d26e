from datetime import timedelta
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.formguard.brake import Brake, held_until
from core.identity.client import address_of
from sites.consultations.actions.receive import CommentError, receive_comment
from sites.consultations.forms import CommentForm
from sites.consultations.models import ConsultationPage
from sites.consultations.presenter import comment_address
from sites.frame import Link
from sites.presenters.meta import breadcrumb
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.viewdata.meta import PageMeta

COMMENTING = Brake("consultations", a_sender=10, a_unit=500, period=timedelta(hours=1))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the form for a comment; take one and say so."""
    around = surroundings_of(request)
    page = _public_draft(pk, around)
    if request.method != "POST" and not comment_address(page, around):
        return HttpResponseRedirect(around.menu.address(page.url_path))
    form = CommentForm(
        request.POST if request.method == "POST" else None, at=timezone.now(), unit_name=around.unit.name
    )
    status = HTTPStatus.OK
    if form.is_bound:
        if _is_taken(form, page, request):
            return HttpResponseRedirect(reverse("sites:consultations:received", args=[pk]))
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"form": form, "draft": page, "frame": around.frame, "meta": _meta(_("Gửi góp ý"), page, around)}
    return render(request, "consultations/comment.html", context, status=status)


@require_safe
def received(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a comment was received."""
    around = surroundings_of(request)
    page = _public_draft(pk, around)
    context = {"frame": around.frame, "meta": _meta(_("Đã nhận góp ý"), page, around), "draft": page}
    context["back"] = Link(_("Về dự thảo"), around.menu.address(page.url_path))
    return render(request, "consultations/received.html", context)


def _is_taken(form: CommentForm, page: ConsultationPage, request: HttpRequest) -> bool:
    at = timezone.now()
    if not form.is_valid():
        return False
    held = held_until(COMMENTING, sender=address_of(request), at=at)
    if held is not None:
        form.refuse_until(timezone.localtime(held))
        return False
    data = form.cleaned_data
    try:
        receive_comment(
            page=page,
            form_key=form.key,
            text=data["text"],
            full_name=data["full_name"],
            contact=data["contact"],
            consent_words=form.agreed(),
            at=at,
        )
    except CommentError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _public_draft(pk: int, around: Surroundings) -> ConsultationPage:
    page = ConsultationPage.objects.live().filter(pk=pk).first()
    if page is None or around.menu.is_private(page.path):
        raise Http404
    return page


def _meta(title: str, page: ConsultationPage, around: Surroundings) -> PageMeta:
    section = around.menu.section_above(page.path)
    own = Link(page.title, around.menu.address(page.url_path))
    return PageMeta(
        title=title,
        section_url=section.url if section else "",
        breadcrumb=(*breadcrumb(page, around), own),
        indexable=False,
    )

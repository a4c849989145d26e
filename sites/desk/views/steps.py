"""Taking a step: at once, or after a page that asks for what the step needs."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sites.admin.page import admin_page, refused_page
from sites.admin.staff import account_of, staff_of
from sites.desk.edition_steps import EDITION_STEPS
from sites.desk.steps import STEPS, Doing
from sites.desk.views.access import editor, reader, submission_for
from sites.frame import Link
from tenants.exchange.actions.route import set_class
from tenants.exchange.actor import actor_of
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.states import NewsClass, Side

BY_SLUG = {step.slug: step for step in (*STEPS, *EDITION_STEPS)}


@reader
def desk_step(request: HttpRequest, pk: int, slug: str) -> HttpResponseBase:
    """GET: the page that asks. POST: take the step, or say who was faster; what was typed stays."""
    step = BY_SLUG.get(slug)
    if step is None:
        raise Http404
    submission = submission_for(request, pk)
    if not step.may_take(staff_of(request)):
        return refused_page(request)
    if step.form is None and request.method != "POST":
        return redirect("desk_post", pk)
    form = step.form(request.POST if request.method == "POST" else None) if step.form else None
    if request.method == "POST" and (form is None or form.is_valid()):
        doing = Doing(pk, account_of(request), timezone.now(), _edition(request))
        try:
            step.act(doing, **(form.cleaned_data if form else {}))
        except ExchangeError as refusal:
            if form is None:
                messages.error(request, str(refusal))
                return redirect("desk_post", pk)
            form.add_error(None, str(refusal))
        else:
            messages.success(request, str(step.done))
            return redirect("desk_post", pk)
    return admin_page(
        request,
        "desk/step",
        title=str(step.label),
        back=Link(submission.title, reverse("desk_post", args=[pk])),
        submission=submission,
        step=step,
        form=form,
        edition_pk=_edition(request),
    )


def _edition(request: HttpRequest) -> int | None:
    """Return the edition the person looked at when the step began; it stays in the page that asks."""
    value = request.POST.get("edition") or request.GET.get("edition", "")
    return int(value) if value.isdigit() else None


@editor
@require_POST
def desk_class(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say whether a claimed post is news or professional."""
    submission_for(request, pk)
    news_class = request.POST.get("news_class")
    if news_class in NewsClass.values:
        try:
            set_class(
                submission_pk=pk,
                news_class=NewsClass(news_class),
                actor=actor_of(account_of(request), Side.PORTAL),
                at=timezone.now(),
            )
        except ExchangeError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Đã phân loại: %(class)s.") % {"class": NewsClass(news_class).label})
    return redirect("desk_post", pk)

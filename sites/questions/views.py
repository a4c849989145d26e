"""What citizens do: ask, and look up what became of the own question."""

from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.formguard.brake import Brake, held_until
from core.frontend.formats import clock
from core.identity.client import address_of
from sites.frame import Link
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.questions.actions.receive import receive_question
from sites.questions.actions.withdraw import withdraw_agreement
from sites.questions.forms import AskForm
from sites.questions.presenters.listing import ask_address
from sites.questions.presenters.tracking import present_tracking, question_of
from sites.questions.viewdata import TrackView
from sites.viewdata.meta import PageMeta

ASKING = Brake("questions", a_sender=10, a_unit=300, period=timedelta(hours=1))
# Every address of a school may stand behind one; a thousand guesses an hour would take ages to meet a code.
TRACKING = Brake("question_codes", a_sender=60, a_unit=5000, period=timedelta(minutes=10))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Answer the form; take a question and lead to its own page."""
    around = surroundings_of(request)
    if not ask_address(around):
        raise Http404
    at, status = timezone.now(), HTTPStatus.OK
    form = AskForm(request.POST if request.method == "POST" else None, at=at, unit_name=around.unit.name)
    if form.is_bound:
        if form.is_valid():
            held = held_until(ASKING, sender=address_of(request), at=at)
            if held is None:
                question = receive_question(asked=form.asked(), at=at)
                fields = urlencode({"ma": question.code, "moi": "1"})
                return HttpResponseRedirect(f"{reverse('sites:questions:track')}?{fields}")
            form.refuse_until(timezone.localtime(held))
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"form": form, "frame": around.frame, "meta": _meta(_("Gửi câu hỏi"), request, around)}
    return render(request, "questions/ask.html", context, status=status)


@never_cache
@require_safe
def track(request: HttpRequest) -> HttpResponse:
    """Answer the page of one question to whoever has its code."""
    around = surroundings_of(request)
    code, at, status = request.GET.get("ma", "").strip()[:40], timezone.now(), HTTPStatus.OK
    held = held_until(TRACKING, sender=address_of(request), at=at) if code else None
    if held is None:
        view = present_tracking(code, is_new="moi" in request.GET, around=around)
    else:
        again = clock(timezone.localtime(held))
        sentence = _("Có nhiều lượt tra cứu trong thời gian ngắn. Bạn tra lại sau %(at)s.") % {"at": again}
        view, status = TrackView(action=request.path, code=code, missing=sentence), HTTPStatus.TOO_MANY_REQUESTS
    context = {"view": view, "frame": around.frame, "meta": _meta(_("Tra cứu câu hỏi đã gửi"), request, around)}
    return render(request, "questions/track.html", context, status=status)


@never_cache
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Erase the personal data of one question for whoever has its code."""
    code = request.POST.get("ma", "")[:40]
    held = held_until(TRACKING, sender=address_of(request), at=timezone.now())
    question = question_of(code) if held is None else None
    if question is not None:
        withdraw_agreement(question_pk=question.pk)
    return HttpResponseRedirect(f"{reverse('sites:questions:track')}?{urlencode({'ma': code})}")


def _meta(title: str, request: HttpRequest, around: Surroundings) -> PageMeta:
    section = around.menu.find(model="questionspage")
    if section is None:
        raise Http404
    return PageMeta(
        title=title,
        canonical_url=around.menu.origin + request.path,
        section_url=section.url,
        breadcrumb=(Link(_("Trang chủ"), around.frame.home_url), Link(section.title, section.url)),
        indexable=False,
    )

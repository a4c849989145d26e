from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST

from core.formguard.brake import Brake, held_until
from core.identity.client import address_of
from core.schema import active_schema
from sites.polls.actions.answer import AnswerError, answer_poll
from sites.polls.forms import PollForm
from sites.polls.models import PollPage
from sites.polls.presenter import present_poll
from sites.presenters.surroundings import Surroundings, surroundings_of

# A class votes from one address in a quarter of an hour.
VOTING = Brake("polls", a_sender=120, a_unit=3000, period=timedelta(minutes=15))
COOKIE_DAYS = 400  # what browsers allow


def poll_page(page: PollPage, request: HttpRequest) -> HttpResponse:
    """Answer a poll's own address, live or in preview."""
    return _response(request, page, PollForm(page=page, at=timezone.now()))


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an answer, mark the browser, and lead to the results."""
    around = surroundings_of(request)
    page = PollPage.objects.live().filter(pk=pk).first()
    if page is None or around.menu.is_private(page.path):
        raise Http404
    own = HttpResponseRedirect(around.menu.address(page.url_path))
    if _has_voted(request, page):
        return own
    at = timezone.now()
    form = PollForm(request.POST, page=page, at=at)
    if not _is_taken(form, page, request, at):
        return _response(request, page, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    own.set_signed_cookie(
        _cookie(page), "1", salt=_salt(page), max_age=COOKIE_DAYS * 86_400, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return own


def _is_taken(form: PollForm, page: PollPage, request: HttpRequest, at: datetime) -> bool:
    if not form.is_valid():
        return False
    held = held_until(VOTING, sender=address_of(request), at=at)
    if held is not None:
        form.refuse_until(timezone.localtime(held))
        return False
    data = form.cleaned_data
    try:
        answer_poll(page=page, form_key=form.key, choice=data.get("choice", ""), opinion=data.get("opinion", ""), at=at)
    except AnswerError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _response(request: HttpRequest, page: PollPage, form: PollForm, status: int = HTTPStatus.OK) -> HttpResponse:
    around: Surroundings = surroundings_of(request)
    presented = present_poll(page, around, has_voted=_has_voted(request, page))
    context: dict[str, Any] = {**presented.context(around), "page": page, "form": form}
    response = TemplateResponse(request, presented.template, context, status=status)
    add_never_cache_headers(response)
    return response


def _has_voted(request: HttpRequest, page: PollPage) -> bool:
    return request.get_signed_cookie(_cookie(page), default="", salt=_salt(page)) == "1"


def _cookie(page: PollPage) -> str:
    return f"lt_poll_{page.pk}"


def _salt(page: PollPage) -> str:
    """The mark counts for this poll of this unit alone, wherever it is copied to."""
    return f"polls:{active_schema()}:{page.pk}"

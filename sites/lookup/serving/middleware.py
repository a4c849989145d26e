"""Answers everything below `/ket-qua/` before anything looks at sessions, people, pages or the unit's tables."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseNotAllowed, QueryDict
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from core.frontend.display import COOKIE_NAME, Display
from core.identity.client import address_of
from sites.lookup.serving.answer import Question, answer_to, html_of
from sites.lookup.serving.brake import sender_of
from sites.lookup.serving.frames import Frame, ask_for_frame, frame_of
from sites.lookup.serving.known import KnownExam, known_exams
from tenants.pagecache.asked import host_of
from tenants.pagecache.flights import Flights
from tenants.pagecache.middleware import stamp_of
from tenants.units.hosts import host_cache
from tenants.units.models import UnitSite

PREFIX = "/ket-qua/"
_ADDRESS = re.compile(r"/ket-qua/(\d{1,9})/")
# A number and a second fact; whoever sends more asks for something else.
LONGEST_BODY = 2000
FORM = "application/x-www-form-urlencoded"


class LookupMiddleware:
    """Stands in front of all others. What it does not know goes their way: another host, a unit that is suspended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._flights = Flights()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        found = _find(request)
        return self._answer(request, *found) if found else self.get_response(request)

    def _answer(self, request: HttpRequest, site: UnitSite, known: KnownExam) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        frame = self._frame(request, known)
        if not isinstance(frame, Frame):
            return frame
        question = _question(request, site) if request.method == "POST" else None
        with translation.override(settings.LANGUAGE_CODE):
            answer = answer_to(known, question, at=timezone.now())
            response = frame.filled(html_of(answer, known), status=answer.status)
        if answer.wakes:
            response.headers["Refresh"] = str(answer.wakes)
        return response

    def _frame(self, request: HttpRequest, known: KnownExam) -> Frame | HttpResponseBase:
        """Return the frame for this reader's display, made by one of those who ask first; or why there is none."""
        display = Display.parse(request.COOKIES.get(COOKIE_NAME) if "HTTP_COOKIE" in request.META else None)
        key = (display.cookie, request.is_secure())
        if frame := known.frames.get(key):
            return frame
        with self._flights.join((id(known), key)) as is_first:
            if not is_first and (frame := known.frames.get(key)):
                return frame
            response = ask_for_frame(request, known.exam, display, self.get_response)
        made = frame_of(response)
        if made is None:
            return response
        return known.frames.setdefault(key, made)


def _find(request: HttpRequest) -> tuple[UnitSite, KnownExam] | None:
    match, host = _ADDRESS.fullmatch(request.path_info), host_of(request)
    stamp = stamp_of(host) if match and host else None
    if match is None or host is None or stamp is None:
        return None
    site = host_cache.find(host).site
    known = known_exams.of(site, stamp).get(int(match[1])) if site else None
    return (site, known) if site and known else None


def _question(request: HttpRequest, site: UnitSite) -> Question:
    """Read the form. What is no short form of ours counts as an empty one."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    is_form = request.META.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() == FORM
    is_short = length.isdigit() and int(length) <= LONGEST_BODY
    fields = QueryDict(request.read(int(length)) if is_form and is_short else b"", encoding="utf-8")
    return Question(
        unit=site.schema_name,
        sender=sender_of(address_of(request)),
        number=fields.get("so", "").replace("\0", ""),
        fact=fields.get("kiem", "").replace("\0", ""),
    )

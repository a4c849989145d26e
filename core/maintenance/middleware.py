"""Answers for every site while the sign is up. Needs no database, no session and no unit."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.formats import clock, short_date
from core.frontend.programs import is_for_programs, problem
from core.maintenance.sign import Maintenance, sign

SHORTEST_WAIT_SECONDS = 60
# Told when the announced end is over.
OVERDUE_WAIT_SECONDS = 300


class MaintenanceMiddleware:
    """Stands in front of all others. The operators' console and static files go on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        maintenance = sign.read()
        if maintenance is None or _is_open(request):
            return self.get_response(request)
        at = timezone.now()
        return self.get_response(request) if at < maintenance.begins_at else _answer(request, maintenance, at)


def _is_open(request: HttpRequest) -> bool:
    host = request.META.get("HTTP_HOST", "").rsplit(":", 1)[0].rstrip(".").lower()
    return host == settings.CONSOLE_HOST or request.path.startswith(settings.STATIC_URL)


def _answer(request: HttpRequest, maintenance: Maintenance, at: datetime) -> HttpResponse:
    is_overdue = maintenance.is_overdue(at)
    wait = OVERDUE_WAIT_SECONDS if is_overdue else int((maintenance.ends_at - at).total_seconds()) + 1
    response = _sentence(maintenance) if is_for_programs(request.path) else _page(request, maintenance, is_overdue)
    response["Retry-After"] = str(max(wait, SHORTEST_WAIT_SECONDS))
    response["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, maintenance: Maintenance, is_overdue: bool) -> HttpResponse:
    context = {
        "begins_at": timezone.localtime(maintenance.begins_at),
        "ends_at": timezone.localtime(maintenance.ends_at),
        "is_overdue": is_overdue,
        "is_sent": request.method == "POST",
    }
    return HttpResponse(render_to_string("pages/maintenance.html", context), status=503)


def _sentence(maintenance: Maintenance) -> HttpResponse:
    ends_at = timezone.localtime(maintenance.ends_at)
    words = {"time": clock(ends_at), "day": short_date(ends_at)}
    sentence = _("Trang đang được bảo trì, dự kiến xong lúc %(time)s ngày %(day)s. Hãy hỏi lại sau giờ đó.")
    return problem(sentence % words, status=503)

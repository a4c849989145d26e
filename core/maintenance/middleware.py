"""Answers for every site while the sign is up. Needs no database, no session and no unit."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone

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
    page = render_to_string(
        "pages/maintenance.html",
        {
            "begins_at": timezone.localtime(maintenance.begins_at),
            "ends_at": timezone.localtime(maintenance.ends_at),
            "is_overdue": is_overdue,
            "is_sent": request.method == "POST",
        },
    )
    headers = {"Retry-After": str(max(wait, SHORTEST_WAIT_SECONDS)), "Cache-Control": "no-store"}
    return HttpResponse(page, status=503, headers=headers)

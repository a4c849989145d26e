"""The page of a locked-out log-in (django-axes counts the attempts), and the name under which attempts are counted."""

from datetime import datetime
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.identity.client import network_address_of
from core.identity.models import normal_email


def attempted_address(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Return the address one tries to log in with; spellings that mean one person count as one."""
    given = credentials.get("email") if credentials else request.POST.get("email")
    return normal_email(str(given or ""))


def lockout_response(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Say when the next try is possible. The same for an address nobody has."""
    page = render(request, "identity/locked_out.html", {"next_try_at": _next_try(request, credentials)}, status=429)
    page["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    return page


def _next_try(request: HttpRequest, credentials: dict[str, Any] | None) -> datetime:
    attempts = AccessAttempt.objects.filter(
        username=attempted_address(request, credentials), ip_address=network_address_of(request)
    )
    latest = attempts.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return (latest or timezone.now()) + settings.AXES_COOLOFF_TIME

"""What a reader gets where no page is: 404, or 410 when the address was public once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.frontend.programs import is_for_programs
from core.schema import active_tenant
from sites.api.answers import fault, no_such_thing
from sites.models import GoneAddress
from tenants.exchange.states import TakeDownReason
from tenants.units.models import Unit, UnitSite


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 410 with the date and the reason for an address in GoneAddress, 404 with a way on for any other."""
    if is_for_programs(request.path):
        return no_such_thing()
    if isinstance(active_tenant(), UnitSite):
        gone = GoneAddress.objects.filter(path=request.path).first()
        if gone is not None:
            return _gone(request, gone)
    words = request.path.rstrip("/").rsplit("/", 1)[-1].replace("-", " ")
    return render(request, "pages/404.html", {"query": words}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a static page: no database, no frame, since either may be what failed.

    The unit's number is in memory since the middleware found the unit; without one the page says it in general.
    """
    if is_for_programs(request.path):
        return fault()
    unit: Unit | None = getattr(request, "unit", None)
    return render(request, "pages/500.html", {"unit_phone": unit.phone if unit else ""}, status=500)


def _gone(request: HttpRequest, gone: GoneAddress) -> HttpResponse:
    context: dict[str, Any] = {"gone_at": gone.gone_at, "title": gone.title}
    if gone.reason:
        context["reason"] = TakeDownReason(gone.reason).label
    response = render(request, "pages/410.html", context, status=410)
    response["Cache-Control"] = "no-store"
    return response

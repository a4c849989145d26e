"""`/quan-tri/`: the units of the network, and one unit with all that the register knows of it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from core.identity.models import Identity
from tenants.console.access import for_operators
from tenants.console.effects import TONES, effects_in_words, steps_from
from tenants.console.pager import PAGE_FIELD, pager_of
from tenants.console.queries import UnitFilter, find_units
from tenants.memberships.people import people_of
from tenants.units.address import address_on
from tenants.units.models import Domain, Kind, Unit
from tenants.units.models.kind import SiteTemplate
from tenants.units.statuses import UnitStatus

PAGE_SIZE = 50
WORDS_LENGTH = 100
TRACES_SHOWN = 50


@require_safe
def front(request: HttpRequest) -> HttpResponseBase:
    return redirect("console:units")


@require_safe
@for_operators
def units(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    status = request.GET.get("trang-thai", "")
    wanted = UnitFilter(
        words=request.GET.get("q", "").replace("\0", "").strip()[:WORDS_LENGTH],
        kind=request.GET.get("loai", "").replace("\0", ""),
        status=status if status in UnitStatus.values else "",
    )
    page = Paginator(find_units(wanted), PAGE_SIZE).get_page(request.GET.get(PAGE_FIELD))
    context = {
        "here": "units",
        "rows": [(unit, TONES[unit.status]) for unit in page],
        "count": page.paginator.count,
        "pager": pager_of(page, request.GET),
        "wanted": wanted,
        "kinds": list(Kind.objects.all()),
        "statuses": UnitStatus.choices,
    }
    return render(request, "console/units.html", context)


@require_safe
@for_operators
def unit(request: HttpRequest, operator: Identity, uuid: UUID) -> HttpResponseBase:
    shown = find_unit(uuid)
    host = Domain.objects.filter(tenant__unit=shown, is_primary=True).values_list("domain", flat=True).first()
    context = {
        "here": "units",
        "unit": shown,
        "tone": TONES[shown.status],
        "effects": effects_in_words(shown.status),
        "steps": steps_from(shown.status),
        "may_have_site": not host and shown.kind.site_template != SiteTemplate.NONE,
        "host": host,
        "site_url": address_on(host) if host else "",
        "hosts": list(shown.hosts.order_by("-valid_until", "-valid_from")),
        "names": list(shown.names.all()),
        "parents": list(shown.parents.select_related("parent").order_by("relation", "-valid_from")),
        "people": people_of(shown),
        "traces": list(shown.traces.select_related("by")[:TRACES_SHOWN]),
    }
    return render(request, "console/unit.html", context)


def find_unit(uuid: UUID) -> Unit:
    """Return the unit with its kind and commune, or answer 404."""
    return get_object_or_404(Unit.objects.select_related("kind", "commune", "site"), uuid=uuid)

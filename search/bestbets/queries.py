from datetime import date

from django.utils.translation import gettext as _

from search.bestbets.models import BestBet
from search.request import SearchRequest
from sites.viewdata.search import BestBet as ShownBet
from tenants.registry.folding import folded_text
from tenants.units.address import address_on
from tenants.units.models import Domain, Unit

# More would push the results themselves out of sight.
MOST_SHOWN = 3


def bets_for(request: SearchRequest) -> tuple[ShownBet, ...]:
    """Return what the Sở suggests for the question, the latest first, at most MOST_SHOWN.

    Only on the network's first page: on a unit's own page the unit speaks. One query by index, so that a change shows
    at once; a second one when a bet leads to a unit or one of its pages.
    """
    if not request.is_network or request.page > 1:
        return ()
    key = folded_text(request.text)
    bets = _followable(key, request.today) if key else []
    hosts = _hosts({unit.pk for bet in bets if (unit := _unit_of(bet))})
    return tuple(ShownBet(_("Đề xuất của Sở"), bet.title, _address(bet, hosts), bet.sentence) for bet in bets)


def _followable(key: str, day: date) -> list[BestBet]:
    """Return the bets for the question whose target readers can open."""
    bets = BestBet.objects.shown_on(day).filter(keys__contains=[key]).select_related("entry__unit", "unit")
    latest = bets.defer("entry__document", "entry__folded", "entry__folded_title").order_by("-starts_on", "-pk")
    return [bet for bet in latest if _can_be_followed(bet)][:MOST_SHOWN]


def _can_be_followed(bet: BestBet) -> bool:
    unit = _unit_of(bet)
    return (bet.entry is None or bet.entry.is_findable) and (unit is None or unit.effect.listed)


def _unit_of(bet: BestBet) -> Unit | None:
    return bet.entry.unit if bet.entry else bet.unit


def _hosts(units: set[int]) -> dict[int, str]:
    domains = Domain.objects.filter(tenant__unit__in=units, is_primary=True) if units else Domain.objects.none()
    return dict(domains.values_list("tenant__unit", "domain"))


def _address(bet: BestBet, hosts: dict[int, str]) -> str:
    """Return the present address: a thing may have moved and a unit may have another host since it was typed."""
    unit = _unit_of(bet)
    if unit is None or unit.pk not in hosts:
        return bet.address
    return address_on(hosts[unit.pk], bet.entry.path if bet.entry else "/")

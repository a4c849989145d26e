"""One round of the nightly check: a few addresses of different machines at once, each for all pages that lead there."""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from core.outside.address import AddressError, target_of
from core.outside.outcomes import UNREACHED, Outcome
from core.outside.probe import probe
from tenants.links.models import OutsideLink
from tenants.units.address import address_of
from tenants.units.models import UnitSite
from tenants.units.statuses import UnitStatus

logger = logging.getLogger(__name__)

HOSTS_AT_ONCE = 8
# Shorter than a day, so that an address asked late last night is asked tonight again.
CHECKED_LATELY = timedelta(hours=16)
_LOOKED_AT = 400

Ask = Callable[[str], Outcome]


def check_links(*, at: datetime, ask: Ask | None = None) -> int:
    """Ask up to HOSTS_AT_ONCE addresses that were not asked lately, one a host; return how many.

    ask: from an address to its outcome; the real one by default. What a killed process had taken waits for tomorrow.
    When nothing outside answers, the fault is taken for our own line's and nothing is held against anybody.
    """
    urls = _take(at)
    if not urls:
        return 0
    with ThreadPoolExecutor(max_workers=HOSTS_AT_ONCE) as pool:
        outcomes = dict(zip(urls, pool.map(ask or _asker(), urls), strict=True))
    if len(urls) > 2 and all(outcome in UNREACHED for outcome in outcomes.values()):
        logger.warning("no outside link answers", extra={"event": "links.line_is_down", "count": len(urls)})
        return len(urls)
    for url, outcome in outcomes.items():
        _note(url, outcome, at)
    return len(urls)


@transaction.atomic
def _take(at: datetime) -> list[str]:
    """Return what to ask now and mark it as asked, longest unasked first: a second process finds others."""
    due = (
        OutsideLink.objects.filter(Q(checked_at=None) | Q(checked_at__lt=at - CHECKED_LATELY))
        .filter(site__in=UnitSite.objects.filter(unit__status=UnitStatus.ACTIVE).values("pk"))
        .order_by(F("checked_at").asc(nulls_first=True), "pk")
        .select_for_update(skip_locked=True)
        .values_list("url", flat=True)[:_LOOKED_AT]
    )
    urls = _one_a_host(due)
    OutsideLink.objects.filter(url__in=urls).update(checked_at=at)
    return urls


def _one_a_host(urls: Iterable[str]) -> list[str]:
    chosen: dict[str, str] = {}
    for url in urls:
        try:
            host = target_of(url).host
        except AddressError:
            host = url  # asked like any other, and answered without a request
        chosen.setdefault(host, url)
        if len(chosen) == HOSTS_AT_ONCE:
            break
    return list(chosen.values())


def _note(url: str, outcome: Outcome, at: datetime) -> None:
    rows = OutsideLink.objects.filter(url=url)
    if outcome == Outcome.ANSWERED:
        rows.update(outcome=outcome, failures=0, answered_at=at)
    else:
        rows.update(outcome=outcome, failures=F("failures") + 1)


def _asker() -> Ask:
    """Return the real question; it names the portal, where somebody answers for this program."""
    portal = UnitSite.objects.filter(is_portal=True).first()
    agent = f"LienThong-LinkCheck/1.0 (+{address_of(portal)})" if portal else "LienThong-LinkCheck/1.0"
    return lambda url: probe(url, agent=agent)

"""A changed plan, or changed rights of roles, on their way to the units that exist already."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from sites.starter.deliver import deliver, lacking
from sites.starter.digest import digest_of
from sites.starter.first_plans import FIRST_PLANS
from sites.starter.plans import plan_of
from tenants.units.context import use_site
from tenants.units.models import Kind, StarterState, UnitSite
from tenants.units.statuses import UnitStatus

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a roll-out did to one unit, or would do. words: a line each thing. error: "" unless it failed."""

    site: UnitSite
    words: list[str]
    error: str = ""


def sites_behind() -> list[UnitSite]:
    """Return the sites that are not at today's plan, oldest first, closed units left out. Three queries.

    Closed units are archives; one that opens again is behind and gets what it missed.
    """
    digests = {kind.pk: digest_of(kind) for kind in Kind.objects.all()}
    sites = _reached().select_related("unit__kind", "unit__commune", "starter").order_by("pk")
    return [site for site in sites if not _is_at(site, digests[site.unit.kind_id])]


def count_reached() -> int:
    """Return how many sites a roll-out cares for."""
    return _reached().count()


def _reached() -> QuerySet[UnitSite]:
    return UnitSite.objects.exclude(unit__status=UnitStatus.CLOSED)


def _is_at(site: UnitSite, digest: str) -> bool:
    state: StarterState | None = getattr(site, "starter", None)
    return state is not None and state.digest == digest


def dry_run(site: UnitSite) -> Outcome:
    """Return what a roll-out would bring this unit. About 15 queries."""
    had = _had(site)
    with use_site(site):
        return Outcome(site, lacking(kind=site.unit.kind, had=had).words())


@transaction.atomic
def roll_out_to(site: UnitSite, *, at: datetime) -> Outcome:
    """Bring one unit to today's plan, in one transaction; asked again, or by two at once, nothing more happens."""
    kind = site.unit.kind
    StarterState.objects.get_or_create(site=site, defaults={"pages": sorted(_had(site)), "at": at})
    state = StarterState.objects.select_for_update().get(site=site)
    if state.digest == digest_of(kind):
        return Outcome(site, [])
    with use_site(site):
        delivery = lacking(kind=kind, had=state.pages)
        deliver(delivery, kind=kind, at=at)
    state.digest, state.error, state.at = digest_of(kind), "", at
    state.pages = sorted({*state.pages, *(placed.key for placed in plan_of(kind))})
    state.added = [line[:300] for line in delivery.words()]
    state.save()
    return Outcome(site, state.added)


def roll_out(*, clock: Callable[[], datetime]) -> Iterator[Outcome]:
    """Bring every site that is behind to today's plan, one transaction each; a unit that fails does not stop the rest.

    Killed half-way, the next run goes on with those that are left.
    """
    for site in sites_behind():
        try:
            yield roll_out_to(site, at=clock())
        except Exception as error:
            log.exception("roll-out failed", extra={"event": "starter.failed", "schema": site.schema_name})
            words = f"{type(error).__name__}: {error}"[:2000]
            StarterState.objects.update_or_create(
                site=site,
                defaults={"error": words, "at": clock(), "digest": "", "added": []},
                create_defaults={"error": words, "at": clock(), "pages": sorted(_had(site))},
            )
            yield Outcome(site, [], error=words)


def _had(site: UnitSite) -> frozenset[str]:
    """Return the keys of the plan the site has received; without a record, those everybody started with."""
    pages = StarterState.objects.filter(site=site).values_list("pages", flat=True).first()
    return FIRST_PLANS.get(site.unit.kind.site_template, frozenset()) if pages is None else frozenset(pages)

"""What tells whether something kept of a unit's pages still holds, read for all threads of a process at once."""

import time
from typing import NamedTuple

from django.db.models import Subquery

from tenants.units.models import RegisterVersion, UnitSite

# A change made in another process is seen this much later. Short beside the 95 ms a publication may take to show.
PULSE_SECONDS = 0.01


class Pulse(NamedTuple):
    """generation: of the unit. portal: the portal's, which feeds its documents and news to all units. register: of the
    register of units."""

    generation: int
    portal: int
    register: int


class Pulses:
    """Thread-safe: what two threads read at once is the same, or one is newer."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[float, Pulse]] = {}

    def of(self, site_pk: int) -> Pulse | None:
        """Return the site's pulse, at most PULSE_SECONDS old; None without the site. One query when it must be read."""
        now = time.monotonic()
        known = self._known.get(site_pk)
        if known is not None and now - known[0] < PULSE_SECONDS:
            return known[1]
        portal = UnitSite.objects.filter(is_portal=True).values("generation")[:1]
        register = RegisterVersion.objects.values("version")[:1]
        row = (
            UnitSite.objects.filter(pk=site_pk)
            .values_list("generation", Subquery(portal), Subquery(register))
            .first()
        )  # fmt: skip
        if row is None:
            return None
        pulse = Pulse(row[0], row[1] or 0, row[2] or 0)
        self._known[site_pk] = (now, pulse)  # of the moment before the query: never older than it says
        return pulse

    def forget(self) -> None:
        """Read anew at the next question: this process has made a change."""
        self._known.clear()


pulses = Pulses()

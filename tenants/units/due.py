"""What is scheduled in a unit, known without opening the unit."""

from collections.abc import Callable
from datetime import datetime

from tenants.units.context import current_site, use_site
from tenants.units.models import Due


def remember(*, at: datetime) -> None:
    """Note that the active unit has something scheduled at `at`. Call inside the transaction that schedules it."""
    Due.objects.get_or_create(site=current_site(), at=at)


def run_due_units(*, at: datetime, act: Callable[[], object]) -> int:
    """Run `act` inside each unit that has something due, then forget those rows; return how many units.

    The rows go only after `act` succeeded, so that a killed clock tries again.
    """
    rows = list(Due.objects.filter(at__lte=at).select_related("site__unit__kind", "site__unit__commune"))
    sites = {row.site_id: row.site for row in rows}
    for site in sites.values():
        with use_site(site):
            act()
        Due.objects.filter(pk__in=[row.pk for row in rows if row.site_id == site.pk]).delete()
    return len(sites)

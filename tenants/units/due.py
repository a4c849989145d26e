"""What is scheduled in a unit, known without opening the unit."""

import logging
from collections.abc import Callable
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from tenants.units.context import current_site, use_site
from tenants.units.models import Due

logger = logging.getLogger(__name__)


def remember(*, at: datetime) -> None:
    """Note that the active unit has something scheduled at `at`. Call inside the transaction that schedules it."""
    Due.objects.get_or_create(site=current_site(), at=at)


def remember_morning(*, day: date) -> None:
    """Note that the active unit has something to do when `day` begins, local time."""
    remember(at=timezone.make_aware(datetime.combine(day, time())))


def run_due_units(*, at: datetime, act: Callable[[], object]) -> int:
    """Run `act` inside each unit that has something due, then forget those rows; return how many units.

    A unit's work and its rows are one transaction, so that a killed clock tries again. A unit whose work fails is
    logged, tried again next time, and holds up no other.
    """
    rows = list(Due.objects.filter(at__lte=at).select_related("site__unit__kind", "site__unit__commune"))
    sites = {row.site_id: row.site for row in rows}
    count = 0
    for site in sites.values():
        try:
            with use_site(site), transaction.atomic():
                act()
                Due.objects.filter(pk__in=[row.pk for row in rows if row.site_id == site.pk]).delete()
        except Exception:
            logger.exception("what is due in %s failed", site.schema_name)
        else:
            count += 1
    return count

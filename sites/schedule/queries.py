"""Questions about weeks that readers and editors share."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Min, Q

from sites.schedule.models import ScheduleWeek

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest public weeks before and after a Monday; None where there is none."""

    earlier: date | None
    later: date | None


def public_week(monday: date) -> ScheduleWeek | None:
    """Return the published week with its entries, in their order. Two queries."""
    return ScheduleWeek.objects.filter(live=True, monday=monday).prefetch_related("entries").first()


def weeks_beside(monday: date) -> Beside:
    """Return where a reader can go from a week. One query."""
    found = ScheduleWeek.objects.filter(live=True).aggregate(
        earlier=Max("monday", filter=Q(monday__lt=monday)), later=Min("monday", filter=Q(monday__gt=monday))
    )
    return Beside(**found)


def public_weeks_since(day: date) -> list[ScheduleWeek]:
    """Return all published weeks from that of `day` on, with their entries. Two queries."""
    weeks = ScheduleWeek.objects.filter(live=True, monday__gt=day - WEEK).order_by("monday")
    return list(weeks.prefetch_related("entries"))


def first_free_monday(monday: date) -> date:
    """Return the first Monday from `monday` on whose week has no schedule yet, not even a draft. One query."""
    taken = set(ScheduleWeek.objects.filter(monday__gte=monday).values_list("monday", flat=True))
    while monday in taken:
        monday += WEEK
    return monday

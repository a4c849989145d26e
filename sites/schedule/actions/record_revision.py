from datetime import datetime

from django.db import transaction

from sites.schedule.changes import differences, snapshot
from sites.schedule.models import ScheduleWeek


@transaction.atomic
def record_revision(*, week_pk: int, at: datetime) -> ScheduleWeek:
    """Note what a publication changed for readers who saw the week before, and return the week.

    The first publication changes nothing for anybody. Safe to run twice: the second finds no difference.
    """
    week = ScheduleWeek.objects.select_for_update().get(pk=week_pk)
    now = [snapshot(entry) for entry in week.entries.all()]
    if week.shown is not None:
        week.changes = [*week.changes, *(change.to_json() for change in differences(week.shown, now, at=at))]
    week.shown = now
    ScheduleWeek.objects.filter(pk=week_pk).update(shown=week.shown, changes=week.changes)
    return week

from datetime import date

from core.accounts.models import User
from sites.schedule.actions.write_week import start_week
from sites.schedule.changes import FIELDS
from sites.schedule.models import ScheduleEntry, ScheduleWeek


def copy_week(*, source: ScheduleWeek, monday: date, user: User) -> ScheduleWeek:
    """Make the draft of another week from what `source` says now, its draft included. Raise WeekError (start_week)."""
    written: ScheduleWeek = source.get_latest_revision_as_object()
    entries = [ScheduleEntry(**{name: getattr(entry, name) for name in FIELDS}) for entry in written.entries.all()]
    return start_week(monday=monday, entries=entries, note=written.note, user=user)

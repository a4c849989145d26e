from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.accounts.models import User
from core.text.fold import fold
from sites.schedule.models import ScheduleEntry, ScheduleWeek


class WeekError(Exception):
    """The week cannot be written so; the message is Vietnamese and fit to show to the editor."""


@transaction.atomic
def start_week(*, monday: date, entries: Sequence[ScheduleEntry], note: str = "", user: User) -> ScheduleWeek:
    """Make the draft of a week that has no schedule yet. Raise WeekError when it has one."""
    week = ScheduleWeek(monday=monday, note=note, live=False)
    week.entries = list(entries)
    try:
        with transaction.atomic():
            week.save()
    except IntegrityError as error:
        raise WeekError(_("%(week)s đã có lịch. Hãy mở lịch của tuần đó để sửa.") % {"week": week}) from error
    log(instance=week, action="wagtail.create", user=user, content_changed=True)
    week.save_revision(user=user)
    return week


@transaction.atomic
def replace_entries(*, monday: date, entries: Sequence[ScheduleEntry], user: User) -> ScheduleWeek:
    """Make these the entries of the week's draft, and return the week; readers see nothing of it yet.

    Work of the same day with the same words stays the same entry, so that readers are told what changed and not that
    everything is new.
    """
    week = ScheduleWeek.objects.select_for_update().filter(monday=monday).first()
    if week is None:
        return start_week(monday=monday, entries=entries, user=user)
    draft: ScheduleWeek = week.get_latest_revision_as_object()
    known = {_key(entry): entry for entry in [*draft.entries.all(), *week.entries.all()]}
    for entry in entries:
        if same := known.pop(_key(entry), None):
            entry.pk, entry.uid = same.pk, same.uid
    draft.entries = list(entries)
    draft.save_revision(user=user, log_action=True)
    return draft


def _key(entry: ScheduleEntry) -> tuple[int, str]:
    return entry.weekday, fold(entry.content)

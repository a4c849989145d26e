from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishPermissionError

from core.accounts.models import User
from sites.schedule.actions.write_week import WeekError, start_week
from sites.schedule.models import ScheduleEntry, ScheduleWeek, monday_of


@transaction.atomic
def add_entry(*, entry: ScheduleEntry, day: date, user: User, publish: bool) -> ScheduleWeek:
    """Add one piece of work to the draft of its week, made if need be, and publish the week if asked; return it.

    entry: without a week and a weekday. Publishing takes everything with it that waits in the draft. Raise WeekError
    when this person may not publish.
    """
    entry.weekday, monday = day.weekday(), monday_of(day)
    known = ScheduleWeek.objects.select_for_update().filter(monday=monday).first()
    if known is None:
        week = start_week(monday=monday, entries=[entry], user=user)
    else:
        week = known.get_latest_revision_as_object()
        week.entries = [*week.entries.all(), entry]
        week.save_revision(user=user, log_action=True)
    if publish:
        try:
            week.latest_revision.publish(user=user)
        except PublishPermissionError as error:
            raise WeekError(_("Vai trò của thầy cô chưa được đăng lịch. Hãy lưu nháp rồi nhờ người duyệt.")) from error
    return week

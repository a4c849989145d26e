"""The published weeks as an iCalendar, for phones and mail programs that subscribe to it."""

from datetime import UTC, date, datetime, time, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from sites.presenters.menu import Section
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.schedule.changes import changes_of
from sites.schedule.models import ScheduleEntry, ScheduleWeek, Session
from sites.schedule.presenter import week_address
from sites.schedule.queries import public_weeks_since

# What is over stays for a while, so that a calendar that was offline keeps it.
_KEPT = timedelta(weeks=8)


@require_safe
def calendar(request: HttpRequest, path: str) -> HttpResponse:
    """Answer `lich.ics` below the schedule's address. Two queries."""
    around = surroundings_of(request)
    section = _section(around, path)
    feed = Calendar.new(
        name=_("Lịch công tác – %(unit)s") % {"unit": around.unit.name},
        language="vi",
        refresh_interval=timedelta(hours=1),
    )
    for week in public_weeks_since(around.today - _KEPT):
        _add_week(feed, week, around, around.menu.origin + section.url)
    return HttpResponse(feed.to_ical(), content_type="text/calendar; charset=utf-8")


def _section(around: Surroundings, path: str) -> Section:
    section = around.menu.find(model="schedulepage")
    if section is None or section.url != around.menu.root().prefix + path or around.menu.is_private(section.tree_path):
        raise Http404
    return section


def _add_week(feed: Calendar, week: ScheduleWeek, around: Surroundings, address: str) -> None:
    changes = changes_of(week.changes)
    for entry in week.entries.all():
        own = [change.moment for change in changes if change.uid == str(entry.uid)]
        published = week.first_published_at or around.now
        event = _event(entry, week)
        event.uid = f"{entry.uid}@{around.site.unit.uuid}"
        event.sequence = len(own)
        event.stamp = event.last_modified = max([published, *own])
        event.url = week_address(address, week.monday)
        feed.add_component(event)


def _event(entry: ScheduleEntry, week: ScheduleWeek) -> Event:
    """Return the entry at its time; one without a time takes the whole day and says which half."""
    day = entry.day_in(week.monday)
    has_time = entry.starts_at is not None
    summary = entry.content if has_time or entry.session == Session.ALL_DAY else f"{_half(entry)}: {entry.content}"
    event = Event.new(
        summary=summary,
        description="\n".join(
            f"{label}: {value}"
            for label, value in (
                (_("Chủ trì"), entry.chair),
                (_("Thành phần"), entry.participants),
                (_("Chuẩn bị"), entry.prepared_by),
            )
            if value
        )
        or None,
        location=entry.place or None,
    )
    event.start = _instant(day, entry.starts_at) if entry.starts_at else day
    if entry.starts_at and entry.ends_at:
        event.end = _instant(day, entry.ends_at)
    return event


def _instant(day: date, at: time) -> datetime:
    """Return the moment in UTC, which every calendar knows without a table of zones."""
    return timezone.make_aware(datetime.combine(day, at)).astimezone(UTC)


def _half(entry: ScheduleEntry) -> str:
    return str(Session(entry.session).label)

"""The week a reader asks for, this one unless the address names another."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.formats import clock, short_date
from sites.frame import Link
from sites.presenters.meta import page_meta
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.schedule.changes import Change, changes_of, place_in_week, words_of_change
from sites.schedule.models import ScheduleEntry, SchedulePage, ScheduleWeek, Session, monday_of
from sites.schedule.queries import public_week, weeks_beside
from sites.schedule.viewdata import DayRows, EntryRow, SessionRows, WeekView
from sites.viewdata.listing import EmptyState

WEEK_FIELD = "tuan"
CALENDAR_FILE = "lich.ics"
# Weeks outside of these are nobody's schedule: a robot that follows "Tuần sau" ends there.
_FIRST, _LAST = date(2000, 1, 3), date(2100, 1, 4)


def present_schedule(page: SchedulePage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return the page of one week. Two queries for a week with entries, two for one without."""
    this_monday = monday_of(around.today)
    monday = _asked_monday(fields.get(WEEK_FIELD, "")) or this_monday
    week = public_week(monday)
    address = around.menu.address(page.url_path)
    days = _days(week, around.today) if week else ()
    view = WeekView(
        title=page.title,
        intro=page.summary,
        label=str(week or ScheduleWeek(monday=monday)),
        earlier=Link(_("Tuần trước"), week_address(address, monday - timedelta(days=7))),
        later=Link(_("Tuần sau"), week_address(address, monday + timedelta(days=7))),
        this_week=None if monday == this_monday else Link(_("Tuần này"), address),
        calendar_url=address + CALENDAR_FILE,
        print_url=f"{week_address(address, monday)}&in=1",
        note=week.note if week else "",
        days=days,
        changes=tuple(map(_sentence, reversed(changes_of(week.changes)))) if week else (),
        has_today=any(day.is_today for day in days),
        empty=None if days else _empty(address, monday),
    )
    meta = page_meta(page, around)
    if monday != this_monday:
        title = f"{page.title}, {view.label[0].lower()}{view.label[1:]}"
        meta = replace(meta, title=title, canonical_url=week_address(meta.canonical_url, monday))
    return Presented("pages/schedule.html", replace(meta, indexable=bool(days)), view)


def week_address(address: str, monday: date) -> str:
    """Return where a week is read: the schedule's address with the week's Monday."""
    return f"{address}?{WEEK_FIELD}={monday.isoformat()}"


def _asked_monday(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return monday_of(day) if _FIRST <= day < _LAST else None


def _days(week: ScheduleWeek, today: date) -> tuple[DayRows, ...]:
    revised = {change.uid: change for change in changes_of(week.changes)}
    days = groupby(week.entries.all(), key=lambda entry: entry.weekday)
    return tuple(
        DayRows(
            day=(day := week.monday + timedelta(days=weekday)),
            is_today=day == today,
            sessions=tuple(
                SessionRows(
                    str(Session(session).label), tuple(_row(entry, revised.get(str(entry.uid))) for entry in rows)
                )
                for session, rows in groupby(entries, key=lambda entry: entry.session)
            ),
        )
        for weekday, entries in days
    )


def _row(entry: ScheduleEntry, change: Change | None) -> EntryRow:
    return EntryRow(
        time=time_of(entry),
        content=entry.content,
        chair=entry.chair,
        participants=entry.participants,
        place=entry.place,
        prepared_by=entry.prepared_by,
        revised=_mark(change) if change else "",
    )


def time_of(entry: ScheduleEntry) -> str:
    """Return "7:30", "7:30–9:00", or "" without a time."""
    times = (f"{at.hour}:{at.minute:02}" for at in (entry.starts_at, entry.ends_at) if at)
    return "–".join(times)


def _moment(change: Change) -> str:
    at = timezone.localtime(change.moment)
    return f"{at.day:02}/{at.month:02}, {clock(at)}"


def _mark(change: Change) -> str:
    if change.kind == "added":
        return _("Thêm %(moment)s") % {"moment": _moment(change)}
    return _("Đã sửa %(moment)s: %(what)s") % {"moment": _moment(change), "what": words_of_change(change)}


def _sentence(change: Change) -> str:
    """Return "23/11, 16:05: đổi “Họp giao ban” (sáng thứ Hai, 8:00): địa điểm trước là “Phòng A”." """
    words = {
        "moment": _moment(change),
        "content": change.entry["content"],
        "place": place_in_week(change.entry),
        "what": words_of_change(change),
    }
    match change.kind:
        case "added":
            return _("%(moment)s: thêm “%(content)s”, %(place)s.") % words
        case "removed":
            return _("%(moment)s: bỏ “%(content)s”, %(place)s.") % words
    return _("%(moment)s: sửa “%(content)s”, %(place)s; %(what)s.") % words


def _empty(address: str, monday: date) -> EmptyState:
    beside = weeks_beside(monday)
    near = [Link(_label(day), week_address(address, day)) for day in (beside.earlier, beside.later) if day]
    if near:
        return EmptyState(_("Tuần này chưa có lịch công tác. Bạn xem lịch của tuần khác."), tuple(near))
    return EmptyState(_("Chưa có lịch công tác nào được đăng. Lịch mỗi tuần hiện ở đây ngay khi được đăng."))


def _label(monday: date) -> str:
    return _("Tuần từ %(first)s") % {"first": short_date(monday)}

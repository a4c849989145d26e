"""From the rows of an office's workbook to the entries of one week, or to the sentences that say what is unclear."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from core.spreadsheets.read import Row, read_rows
from core.spreadsheets.refusal import ListError
from sites.schedule.importing.cells import CellError, Times, leading_time, read_session, read_times, read_weekday
from sites.schedule.importing.columns import COLUMNS, MERGED
from sites.schedule.models import ScheduleEntry, ScheduleWeek, Session

MOST_ROWS = 300
_WORDS = ("chair", "participants", "place", "prepared_by")
_HALVES = {"morning": Session.MORNING, "afternoon": Session.AFTERNOON}


@dataclass(slots=True)
class WeekRead:
    """entries: of the week, unsaved. problems: a sentence for each row that is unclear; nothing may be written then."""

    entries: list[ScheduleEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Above:
    """What an empty cell repeats: the day and the half of the row above."""

    weekday: int | None = None
    session: Session | None = None


def read_week(content: bytes, *, monday: date) -> WeekRead:
    """Read an XLSX or CSV file as the week of `monday`. Raise ListError when it is no schedule at all."""
    rows = read_rows(content, COLUMNS, most_rows=MOST_ROWS, merged=MERGED)
    if not any({"content", *_HALVES} & row.values.keys() for row in rows):
        raise ListError(_("Danh sách thiếu cột “Nội dung”, hoặc hai cột “Sáng” và “Chiều”. Hãy thêm rồi tải lên lại."))
    week = ScheduleWeek(monday=monday)
    found, above = WeekRead(), _Above()
    for row in rows:
        try:
            found.entries += _read_row(row, above, week)
        except ValidationError as error:
            sentences = " ".join(error.messages)
            found.problems.append(_("Dòng %(number)d: %(sentences)s") % {"number": row.number, "sentences": sentences})
    if not found.entries and not found.problems:
        raise ListError(_("Tệp này không có việc nào dưới hàng tiêu đề. Hãy chọn tệp khác."))
    return found


def _read_row(row: Row, above: _Above, week: ScheduleWeek) -> list[ScheduleEntry]:
    _settle_day(row, above, week)
    entries = list(_entries_of_halves(row, above) if _HALVES.keys() & row.values.keys() else _entry(row, above))
    for entry in entries:
        entry.full_clean(exclude=["week"])
    return entries


def _settle_day(row: Row, above: _Above, week: ScheduleWeek) -> None:
    cells = [row.raw.get(name) for name in ("day", "weekday")]
    try:
        days = {day for cell in cells if (day := read_weekday(cell, week.monday)) is not None}
    except CellError:
        days = {-1, -2}
    if len(days) > 1:
        words = {
            "cell": " ".join(row.values.get(name, "") for name in ("weekday", "day")).strip(),
            "first": short_date(week.monday),
            "last": short_date(week.sunday),
        }
        raise ValidationError(
            _("“%(cell)s” không phải một ngày trong tuần từ %(first)s đến %(last)s. Hãy sửa ngày hoặc chọn tuần khác.")
            % words
        )
    if days and (day := days.pop()) != above.weekday:
        above.weekday, above.session = day, None


def _entry(row: Row, above: _Above) -> Iterator[ScheduleEntry]:
    content = row.values.get("content", "")
    try:
        session = read_session(row.values.get("session", ""))
    except CellError as error:
        raise ValidationError(_("Buổi phải là Sáng, Chiều hoặc Cả ngày.")) from error
    if session is not None:
        above.session = session
    if not content and not any(row.values.get(name) for name in ("time", *_WORDS)):
        return  # a day on which nothing happens
    try:
        times = read_times(row.raw.get("time"))
    except CellError as error:
        words = {"cell": row.values["time"]}
        raise ValidationError(_("Không hiểu giờ “%(cell)s”. Hãy ghi như 7:30 hoặc 7h30 – 9h00.") % words) from error
    # A time tells the half of the day better than the row above.
    session = above.session if session is None and times[0] is None else session
    yield _made(above, content, times, session, {name: row.values.get(name, "") for name in _WORDS})


def _entries_of_halves(row: Row, above: _Above) -> Iterator[ScheduleEntry]:
    """Yield the lines of the cells "Sáng" and "Chiều" of a day, each of which may begin with its time."""
    for name, session in _HALVES.items():
        for line in str(row.raw.get(name) or "").splitlines():
            try:
                times, content = leading_time(line)
            except CellError:
                times, content = (None, None), line
            if content:
                yield _made(above, content, times, session, {})


def _made(above: _Above, content: str, times: Times, session: Session | None, words: dict[str, str]) -> ScheduleEntry:
    if above.weekday is None:
        raise ValidationError(_("Chưa có ngày. Hãy ghi thứ hoặc ngày ở dòng này."))
    entry = ScheduleEntry(weekday=above.weekday, starts_at=times[0], ends_at=times[1], content=content, **words)
    entry.session = session  # type: ignore[assignment]  # without one, its clean() takes the half from the time
    return entry

"""What people type for a day, a half of it and a time."""

import re
from datetime import date, datetime, time, timedelta

from core.spreadsheets.days import parse_day
from core.text.fold import fold
from sites.schedule.models import Session

_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5}
_WEEKDAY = re.compile(r"\b(?:thu\s*(hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn))\b")
_BARE = re.compile("hai|ba|tu|nam|sau|bay|[2-7]")  # under the header "Thứ"
_DAY_AND_MONTH = re.compile(r"\b(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?\b")
_TIME = re.compile(r"(\d{1,2})\s*(?:h|g|gio|:|\.)\s*(\d{2})?(?:\s*(?:phut|p|'))?")
_SPAN = re.compile(rf"(?:tu\s*)?{_TIME.pattern}(?:\s*(?:-|–|den)\s*{_TIME.pattern})?")
_HOUR = r"\d{1,2}\s*(?:h|g|:|giờ)\s*(?:\d{2})?"
_LEADING = re.compile(rf"\s*[-+•]?\s*({_HOUR})(?:\s*(?:[-–]|đến)\s*({_HOUR}))?\s*[:,.;–-]?\s*")
_SESSIONS = {"sang": Session.MORNING, "s": Session.MORNING, "chieu": Session.AFTERNOON, "c": Session.AFTERNOON,
             "ca ngay": Session.ALL_DAY}  # fmt: skip
Times = tuple[time | None, time | None]


class CellError(Exception):
    """A cell that cannot be read; without words, the reader of the row finds them."""


def read_weekday(cell: object, monday: date) -> int | None:
    """Return 0 to 6 for a day of the week of `monday`: a date, "23/11", "Thứ Hai", "Thứ 2 (23/11/2026)". None: empty.

    Raise CellError for anything else, for a day of another week, and where weekday and date contradict each other.
    """
    if (day := parse_day(cell)) is not None:
        return _within(day, monday)
    text = fold(str(cell or "")).strip()
    if not text:
        return None
    if _BARE.fullmatch(text):
        return _WEEKDAYS[text]
    dates = _DAY_AND_MONTH.search(text)
    by_date = _within(_completed(dates, monday), monday) if dates else None
    named = _WEEKDAY.search(text)
    by_name = _WEEKDAYS.get(named[1] or named[2] or "", 6) if named else None
    if by_date is None and by_name is None:
        raise CellError
    if by_date is not None and by_name is not None and by_date != by_name:
        raise CellError
    return by_name if by_date is None else by_date


def _completed(match: re.Match[str], monday: date) -> date:
    """Return the day a match means; without a year, the one in the week of `monday` if any is."""
    if match[3]:
        return _day(int(match[3]), match)
    for offset in range(7):
        day = monday + timedelta(days=offset)
        if (day.day, day.month) == (int(match[1]), int(match[2])):
            return day
    raise CellError


def _day(year: int, match: re.Match[str]) -> date:
    try:
        return date(year, int(match[2]), int(match[1]))
    except ValueError as error:
        raise CellError from error


def _within(day: date, monday: date) -> int:
    offset = (day - monday).days
    if not 0 <= offset <= 6:
        raise CellError
    return offset


def read_session(cell: str) -> Session | None:
    """Return the half of the day, None for an empty cell. Raise CellError."""
    text = fold(cell).removeprefix("buoi").strip(" .:")
    if not text:
        return None
    if text not in _SESSIONS:
        raise CellError
    return _SESSIONS[text]


def read_times(cell: object) -> Times:
    """Return from when until when: "7h30", "7:30 - 9:00", "14 giờ", a workbook's time. Raise CellError."""
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0), None
    text = fold(str(cell or "")).strip(" .")
    if not text:
        return None, None
    match = _SPAN.fullmatch(text)
    if match is None:
        raise CellError
    return _time(match[1], match[2]), _time(match[3], match[4]) if match[3] else None


def leading_time(line: str) -> tuple[Times, str]:
    """Return the time a line begins with, and the rest of it: "8h00: Họp giao ban"."""
    match = _LEADING.match(line)
    if match is None:
        return (None, None), line.strip(" -+•\t")
    start, _end = read_times(match[1])
    end = read_times(match[2])[0] if match[2] else None
    return (start, end), line[match.end() :].strip()


def _time(hours: str, minutes: str | None) -> time:
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError as error:
        raise CellError from error

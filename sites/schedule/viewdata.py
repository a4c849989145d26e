"""One week as readers see it."""

from dataclasses import dataclass
from datetime import date

from sites.frame import Link
from sites.viewdata.listing import EmptyState


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One piece of work. time: "7:30–9:00", may be "". revised: "Đã sửa 23/11, 16:05: địa điểm trước là …", or ""."""

    time: str
    content: str
    chair: str = ""
    participants: str = ""
    place: str = ""
    prepared_by: str = ""
    revised: str = ""


@dataclass(frozen=True, slots=True)
class SessionRows:
    """A half of a day. name: "Sáng"."""

    name: str
    rows: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True)
class DayRows:
    """A day with work. count: of all its rows."""

    day: date
    is_today: bool
    sessions: tuple[SessionRows, ...]

    @property
    def count(self) -> int:
        return sum(len(session.rows) for session in self.sessions)


@dataclass(frozen=True, slots=True)
class WeekView:
    """label: "Tuần 48, từ 23/11 đến 29/11/2026". this_week: None on this week's own page. calendar_url: of the feed.

    changes: a sentence for each change after publication, newest first. empty: needed when there are no days.
    """

    title: str
    intro: str
    label: str
    earlier: Link
    later: Link
    calendar_url: str
    print_url: str
    this_week: Link | None = None
    note: str = ""
    days: tuple[DayRows, ...] = ()
    changes: tuple[str, ...] = ()
    has_today: bool = False
    empty: EmptyState | None = None

"""Things that are open from a day to a day: drafts to comment on, polls."""

from dataclasses import dataclass

from sites.viewdata.cards import Tag
from sites.viewdata.listing import EmptyState, Pager


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One row. state: word and tone. note: "Nhận góp ý đến hết ngày 30/11/2026"."""

    title: str
    url: str
    state: Tag
    note: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class PeriodsView:
    title: str
    intro: str
    rows: tuple[PeriodRow, ...]
    feed_url: str
    empty: EmptyState
    pager: Pager | None = None

"""The search page."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from sites.frame import Link
from sites.viewdata.cards import Tag
from sites.viewdata.home import Option
from sites.viewdata.listing import EmptyState, FilterPanel, Pager


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result. title, excerpt: escaped text in which only `<mark>` is markup. copies: where else it stands."""

    kind: str
    title: SafeString
    url: str
    source: str
    published_date: date | None = None
    excerpt: SafeString | str = ""
    status: Tag | None = None
    notes: tuple[str, ...] = ()
    copies_text: str = ""
    copies: Link | None = None


@dataclass(frozen=True, slots=True)
class BestBet:
    """A result chosen by editors. label: "Nên xem trước" or "Đúng số bạn tìm"."""

    label: str
    title: str
    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SearchView:
    """Results for one query. count: "298 kết quả" ("" before the first search). heard: the query as it was understood.

    folded_note, exact: "Bạn gõ không dấu …" and the link to exact matching. suggestion: the query "Có phải bạn tìm".
    degraded: Elasticsearch is away and PostgreSQL answered. scopes: this site or the whole network, on a unit's site.
    """

    title: str
    action: str
    query: str
    filters: FilterPanel
    count: str = ""
    heard: str = ""
    folded_note: str = ""
    exact: Link | None = None
    suggestion: Link | None = None
    scopes: tuple[Option, ...] = ()
    sorts: tuple[Option, ...] = ()
    best_bet: BestBet | None = None
    hits: tuple[SearchHit, ...] = ()
    pager: Pager | None = None
    degraded: bool = False
    empty: EmptyState | None = None

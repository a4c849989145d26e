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
    """One result. title, excerpt: escaped text in which only `<mark>` is markup.

    published_date: None for what has no day of its own. replaced_by: what took an ended document's place.
    copies_text, copies: "Đăng lại trên" and where the same post stands, too. file: "Trong tệp: …", where the excerpt is
    from, when it is not from the page itself.
    """

    kind: str
    title: SafeString
    url: str
    source: str
    published_date: date | None = None
    excerpt: SafeString | str = ""
    file: str = ""
    status: Tag | None = None
    replaced_by: Link | None = None
    notes: tuple[str, ...] = ()
    copies_text: str = ""
    copies: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class BestBet:
    """A result that stands on top. label: "Đề xuất của Sở", "Đơn vị" or "Đúng số bạn tìm". status: of a document."""

    label: str
    title: str
    url: str
    text: str = ""
    status: Tag | None = None
    replaced_by: Link | None = None


@dataclass(frozen=True, slots=True)
class SearchView:
    """Results for one query. count: "298 kết quả" ("" before the first search). heard: the query as it was understood.

    problems: a sentence for each thing typed that was left out. folded_note, exact: "Bạn gõ không dấu …" and the link
    to exact matching. suggestion: the query "Có phải bạn tìm". feed: the same search as RSS. degraded: Elasticsearch
    is away and PostgreSQL answered. scopes: this site or the whole network, on a unit's site.
    """

    title: str
    action: str
    query: str
    filters: FilterPanel
    count: str = ""
    heard: str = ""
    problems: tuple[str, ...] = ()
    folded_note: str = ""
    exact: Link | None = None
    suggestion: Link | None = None
    scopes: tuple[Option, ...] = ()
    sorts: tuple[Option, ...] = ()
    feed: Link | None = None
    best_bets: tuple[BestBet, ...] = ()
    hits: tuple[SearchHit, ...] = ()
    pager: Pager | None = None
    degraded: bool = False
    empty: EmptyState | None = None

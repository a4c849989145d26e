"""Lists with pages: a section, "Thông tin từ cơ sở", the register of documents, all sections."""

from dataclasses import dataclass

from sites.frame import Link
from sites.viewdata.cards import DocumentRow, StoryCard
from sites.viewdata.home import Choice, Option


@dataclass(frozen=True, slots=True)
class PagerLink:
    """One number of the pager; url "" marks the current page, number None a gap."""

    number: int | None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """previous_url, next_url: "" at the ends. A pager of one page is not shown."""

    links: tuple[PagerLink, ...]
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What to say and offer when nothing is found."""

    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingView:
    """A section's articles. children: sections below this one. empty: needed when there are no stories.

    topics: chips, each option's value an address; empty where no post has one.
    """

    title: str
    stories: tuple[StoryCard, ...]
    pager: Pager | None = None
    intro: str = ""
    children: tuple[Link, ...] = ()
    topics: tuple[Option, ...] = ()
    feed_url: str = ""
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One box to tick. count: how many results carry it."""

    value: str
    label: str
    count: int
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of boxes. name: the field of the address."""

    name: str
    label: str
    values: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A chosen filter, and the address without it."""

    label: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class TextField:
    """A field inside a filter form. suggestions: offered by the browser's own list. kind: "text" or "date"."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    suggestions: tuple[str, ...] = ()
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class FilterPanel:
    """A GET form beside a list. hidden: fields that must survive a submit, as (name, value).

    is_open: unfolded on phones, right after a filter was changed there.
    """

    action: str
    title: str
    submit: str
    facets: tuple[Facet, ...] = ()
    choices: tuple[Choice, ...] = ()
    texts: tuple[TextField, ...] = ()
    active: tuple[ActiveFilter, ...] = ()
    clear_url: str = ""
    hidden: tuple[tuple[str, str], ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class RoundUp:
    """One line that stands for many posts on one event: "12 trường cùng đưa tin Ngày Nhà giáo Việt Nam"."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class FromUnitsView:
    """ "Thông tin từ cơ sở". intro: "214 bài trong tháng 11/2026 của 187 đơn vị". earlier, later: months beside."""

    title: str
    intro: str
    stories: tuple[StoryCard, ...]
    filters: FilterPanel
    pager: Pager | None = None
    month: str = ""
    earlier: Link | None = None
    later: Link | None = None
    round_ups: tuple[RoundUp, ...] = ()
    feed_url: str = ""
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The register of legal documents. count: "1.284 văn bản". toggle: show or hide expired ones.

    owners: tabs, each option's value an address; empty where only one unit's documents are listed. owner: the chosen
    one's field. more_choices, more_texts, since_from, since_to: behind "Thêm điều kiện". export_url: XLSX, may be "".
    """

    title: str
    count: str
    rows: tuple[DocumentRow, ...]
    action: str
    intro: str = ""
    query: str = ""
    choices: tuple[Choice, ...] = ()
    issued_from: str = ""
    issued_to: str = ""
    more_choices: tuple[Choice, ...] = ()
    more_texts: tuple[TextField, ...] = ()
    since_from: str = ""
    since_to: str = ""
    is_more_open: bool = False
    owners: tuple[Option, ...] = ()
    owner: str = ""
    toggle: Link | None = None
    export_url: str = ""
    feed_url: str = ""
    pager: Pager | None = None
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class MapItem:
    """A section on the map of the site, with the standing pages and sections below it."""

    title: str
    url: str
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MapGroup:
    title: str
    items: tuple[MapItem, ...]


@dataclass(frozen=True, slots=True)
class AllSectionsView:
    title: str
    intro: str
    groups: tuple[MapGroup, ...]

"""The directory of units, and the page of one unit in it."""

from dataclasses import dataclass

from sites.frame import Link, Phone
from sites.viewdata.document import Fact
from sites.viewdata.home import Choice
from sites.viewdata.listing import EmptyState, Pager


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """A unit. site_url: "" without a site of its own. about: levels, address. former_name: told when found by it.

    closed: "Đã kết thúc ngày 30/6/2026", "" while the unit works.
    """

    name: str
    url: str
    about: str
    phone: Phone | None = None
    site_url: str = ""
    former_name: str = ""
    closed: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryGroup:
    """The units of one commune or level."""

    title: str
    rows: tuple[DirectoryRow, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to look at a list, or a letter to jump to; url "" marks the one that is shown."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """count: "31 đơn vị". query: the name looked for. letters: of communes, on their tab only. hidden: the tab's field.

    downloads: the same units as files, and to print.
    """

    title: str
    count: str
    action: str
    query: str
    choices: tuple[Choice, ...]
    tabs: tuple[Tab, ...]
    groups: tuple[DirectoryGroup, ...]
    pager: Pager | None
    empty: EmptyState
    letters: tuple[Tab, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    downloads: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit as the register knows it. notice: of a closed unit. names: former ones with their days."""

    name: str
    kind: str
    facts: tuple[Fact, ...]
    notice: str = ""
    phone: Phone | None = None
    email: str = ""
    site: Link | None = None
    successor: Link | None = None
    above: tuple[tuple[str, Link], ...] = ()
    map_url: str = ""
    names: tuple[Fact, ...] = ()
    nearby: Link | None = None

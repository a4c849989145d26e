from dataclasses import dataclass

from sites.frame import Link
from sites.viewdata.body import Table
from sites.viewdata.cards import FileLink, Tag
from sites.viewdata.home import Disclosure
from sites.viewdata.listing import EmptyState, Pager


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value; long values keep their lines."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PartView:
    """One of the eight parts. anchor: "muc-3". Without content while it is not public: then only its state is shown."""

    anchor: str
    numeral: str
    title: str
    articles: str
    state: Tag
    facts: tuple[Fact, ...] = ()
    texts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    files: tuple[FileLink, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class YearView:
    """A school year. years: all years there are, this one included; current: the address of this one."""

    title: str
    intro: str
    progress: Disclosure
    parts: tuple[PartView, ...]
    years: tuple[Link, ...]
    current: str
    print_url: str
    address: str


@dataclass(frozen=True, slots=True)
class NoYearView:
    """The section before the first year."""

    title: str
    intro: str
    empty: EmptyState


@dataclass(frozen=True, slots=True)
class PlanView:
    """A menu or plan. state: "Tuần này", "" for past ones. is_open: shown unfolded."""

    title: str
    state: Tag | None
    table: Table
    is_open: bool


@dataclass(frozen=True, slots=True)
class PlansView:
    title: str
    intro: str
    plans: tuple[PlanView, ...]
    empty: EmptyState
    pager: Pager | None = None

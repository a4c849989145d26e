"""The directory of units."""

from dataclasses import dataclass

from sites.frame import Phone
from sites.viewdata.home import Choice
from sites.viewdata.listing import EmptyState, Pager


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """A unit. url: "" without a site of its own. about: levels, place, address. former_name: told when found by it."""

    name: str
    url: str
    about: str
    phone: Phone | None = None
    former_name: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """count: "31 đơn vị". query: the name looked for."""

    title: str
    count: str
    action: str
    query: str
    choices: tuple[Choice, ...]
    rows: tuple[DirectoryRow, ...]
    pager: Pager | None
    empty: EmptyState

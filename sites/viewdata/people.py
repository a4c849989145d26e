"""Leaders, officials, the organization chart, and how to reach a unit."""

from dataclasses import dataclass
from datetime import date

from core.frontend.pictures import Picture
from sites.frame import Link, Phone
from sites.viewdata.body import BodyBlock
from sites.viewdata.document import Fact
from sites.viewdata.listing import EmptyState


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody in office. anchor: the id of the entry on the page. picture: None without one or without consent."""

    anchor: str
    name: str
    title: str
    monogram: str
    part: str = ""
    duties: str = ""
    phone: Phone | None = None
    email: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """The officials of one part; title may be "" when the page shows a single group."""

    title: str
    people: tuple[PersonCard, ...]


@dataclass(frozen=True, slots=True)
class PartNode:
    """A box of the chart with those below it. head: "Trưởng phòng Lê Thị Hoa", may be ""."""

    name: str
    head: str = ""
    duties: str = ""
    phone: Phone | None = None
    email: str = ""
    parts: "tuple[PartNode, ...]" = ()


@dataclass(frozen=True, slots=True)
class ChartText:
    """One line of words in a box, at the line's foot. is_head: of the person, not of the part."""

    x: int
    y: int
    text: str
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class ChartBox:
    x: int
    y: int
    width: int
    height: int
    texts: tuple[ChartText, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Boxes in reading order and the lines between them, as SVG path data. Sizes are in CSS pixels."""

    width: int
    height: int
    boxes: tuple[ChartBox, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """as_table: the directory's plain rows instead of cards. root, chart: on the page of the structure only."""

    title: str
    body: tuple[BodyBlock, ...] = ()
    summary: str = ""
    groups: tuple[PeopleGroup, ...] = ()
    as_table: bool = False
    root: PartNode | None = None
    chart: Chart | None = None
    updated_on: date | None = None
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class ContactView:
    """facts: what is no link. map_url: may be "". parts: rooms with numbers of their own."""

    title: str
    unit: str
    facts: tuple[Fact, ...]
    phone: Phone | None = None
    email: str = ""
    map_url: str = ""
    summary: str = ""
    body: tuple[BodyBlock, ...] = ()
    parts: tuple[PartNode, ...] = ()
    links: tuple[Link, ...] = ()

"""The three kinds of home page."""

from dataclasses import dataclass
from datetime import date

from core.frontend.pictures import Picture
from sites.frame import Link, Phone
from sites.viewdata.cards import DateRow, DocumentRow, QuestionRow, StoryCard, UnitBadge


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the most wanted tasks. icon: name in icons.svg."""

    icon: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class StorySection:
    """A titled block of stories; an empty one is not shown. filters: chips over it. intro may be ""."""

    title: str
    stories: tuple[StoryCard, ...]
    more: Link | None = None
    intro: str = ""
    filters: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeSection:
    title: str
    rows: tuple[DateRow, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class DocumentSection:
    title: str
    rows: tuple[DocumentRow, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class QuestionSection:
    title: str
    rows: tuple[QuestionRow, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a select. count: None when it is not shown."""

    value: str
    label: str
    count: int | None = None
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A select with its label. name: the field of the address."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number that speaks for the network: 929 and "trường"."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class UnitFinder:
    """The form that finds a school by commune and level."""

    title: str
    figures: tuple[Statistic, ...]
    action: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PortalHome:
    """The Sở's front page. Sections without content are None or hold no rows and are then left out.

    blocks: those below the tiles, in the order the unit chose (sites.appearance.blocks).
    """

    headline: str
    lead: str
    example: str
    popular: tuple[Link, ...]
    tiles: tuple[Tile, ...]
    news: StorySection
    notices: NoticeSection
    from_units: StorySection
    documents: DocumentSection
    questions: QuestionSection | None = None
    finder: UnitFinder | None = None
    blocks: tuple[str, ...] = ("news", "from_units", "documents", "finder")


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """time: "7:15" or a weekday for kindergartens."""

    time: str
    text: str


@dataclass(frozen=True, slots=True)
class TodayPanel:
    """One panel of "Hôm nay": a timetable, a few lines of text or a list of links, whichever is filled."""

    icon: str
    title: str
    rows: tuple[TimetableRow, ...] = ()
    text: str = ""
    note: str = ""
    links: tuple[Link, ...] = ()
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Disclosure:
    """How far the yearly public disclosure (TT 09/2024) has come."""

    title: str
    done: int
    total: int
    note: str
    more: Link

    @property
    def segments(self) -> tuple[bool, ...]:
        return tuple(index < self.done for index in range(self.total))


@dataclass(frozen=True, slots=True)
class UnitContact:
    """Where a unit is and how to reach it. hours: "từ 7:00 đến 16:30". map_url, message_url: may be ""."""

    address: str
    phone: Phone | None = None
    hours: str = ""
    map_url: str = ""
    message_url: str = ""


@dataclass(frozen=True, slots=True)
class SchoolHome:
    """A school's front page: reach us, today, news, disclosure, what the Sở says. motto: may be "".

    blocks: those below the contact, in the order the unit chose.
    """

    motto: str
    contact: UnitContact
    picture: Picture | None
    today: date
    panels: tuple[TodayPanel, ...]
    news: StorySection
    notices: NoticeSection | None = None
    disclosure: Disclosure | None = None
    from_department: StorySection | None = None
    blocks: tuple[str, ...] = ("today", "news", "from_department")


@dataclass(frozen=True, slots=True)
class OfficeHome:
    """Front page of a commune or a district office: its schools, news, documents, contact, in the order of blocks."""

    contact: UnitContact
    schools: tuple[UnitBadge, ...]
    news: StorySection
    documents: DocumentSection | None = None
    notices: NoticeSection | None = None
    blocks: tuple[str, ...] = ("news", "schools", "documents")

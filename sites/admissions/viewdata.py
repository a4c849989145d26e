from dataclasses import dataclass

from sites.frame import Link
from sites.procedures.viewdata import Paper
from sites.viewdata.body import BodyBlock, Table
from sites.viewdata.cards import FileLink, StoryCard, Tag
from sites.viewdata.document import Fact
from sites.viewdata.home import Choice
from sites.viewdata.listing import EmptyState, Pager
from sites.viewdata.periods import PeriodRow


@dataclass(frozen=True, slots=True)
class AdmissionsView:
    """The section: notices, the nearest deadline first, then its newest posts. more: all posts of the section."""

    title: str
    intro: str
    count: str
    action: str
    choices: tuple[Choice, ...]
    rows: tuple[PeriodRow, ...]
    feed_url: str
    empty: EmptyState
    children: tuple[Link, ...] = ()
    pager: Pager | None = None
    stories: tuple[StoryCard, ...] = ()
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    """A list from a workbook, and the workbook. anchor: id of its heading.

    table: None when the file was changed and not read since.
    """

    title: str
    anchor: str
    table: Table | None
    file: FileLink


@dataclass(frozen=True, slots=True)
class AdmissionView:
    """One notice. days: "Đến hết ngày 30/06/2027, còn 5 ngày". warning: the band of an expired notice, or ""."""

    title: str
    kind: str
    state: Tag
    days: str
    summary: str
    warning: str
    facts: tuple[Fact, ...]
    dossier: tuple[Paper, ...]
    body: tuple[BodyBlock, ...]
    lists: tuple[ListView, ...]
    print_url: str
    address: str

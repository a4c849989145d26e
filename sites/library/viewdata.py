"""Albums, resources and lists of links as their templates show them."""

from dataclasses import dataclass
from datetime import date

from sites.frame import Link
from sites.viewdata.body import BodyBlock, Figure, VideoLink
from sites.viewdata.cards import FileLink, StoryCard
from sites.viewdata.document import Fact
from sites.viewdata.home import Choice
from sites.viewdata.listing import EmptyState, Pager


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of an album. url: of the page that shows it alone."""

    figure: Figure
    url: str


@dataclass(frozen=True, slots=True)
class AlbumView:
    """albums: those inside this one. photo_count: "12 ảnh". feed_url: "" where there is no feed."""

    title: str
    intro: str
    photos: tuple[Photo, ...] = ()
    photo_count: str = ""
    videos: tuple[VideoLink, ...] = ()
    video_count: str = ""
    albums: tuple[StoryCard, ...] = ()
    pager: Pager | None = None
    feed_url: str = ""
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One picture alone. place: "Ảnh 3 trên 12". previous_url, next_url: "" at the ends."""

    place: str
    figure: Figure
    album: Link
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """about: "Bài giảng · Toán · Lớp 4". license: what others may do with it. site: where a link leads, or ""."""

    title: str
    url: str
    about: str
    author: str
    license: str
    summary: str = ""
    file: FileLink | None = None
    site: str = ""


@dataclass(frozen=True, slots=True)
class ResourcesView:
    """count: "128 tài nguyên". children: parts of the library below this one."""

    title: str
    intro: str
    count: str
    rows: tuple[ResourceRow, ...]
    action: str
    query: str = ""
    choices: tuple[Choice, ...] = ()
    children: tuple[Link, ...] = ()
    feed_url: str = ""
    pager: Pager | None = None
    empty: EmptyState | None = None


@dataclass(frozen=True, slots=True)
class ResourceView:
    """kind: "Bài giảng". license: its words and, where it has one, the address of its text. away: a link elsewhere."""

    title: str
    kind: str
    published: date | None
    facts: tuple[Fact, ...]
    license: Link
    address: str
    summary: str = ""
    files: tuple[FileLink, ...] = ()
    away: Link | None = None
    body: tuple[BodyBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkRow:
    """audience: "Giáo viên, nhân viên". site: the host a reader goes to."""

    name: str
    url: str
    purpose: str
    audience: str
    site: str
    needs_login: bool = False


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """title: "" for links above the first heading. anchor: id of the heading."""

    title: str
    anchor: str
    links: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class LinksView:
    title: str
    intro: str
    groups: tuple[LinkGroup, ...]
    empty: EmptyState | None = None

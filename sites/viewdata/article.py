"""One article, and one standing page."""

from dataclasses import dataclass
from datetime import date, datetime

from sites.frame import Link
from sites.viewdata.body import BodyBlock, Figure
from sites.viewdata.cards import StoryCard, UnitBadge


@dataclass(frozen=True, slots=True)
class OriginBox:
    """Where a republished post comes from. unit: as named at publication. today_name: its name now, or "" if unchanged.

    note: what the editors changed, a sentence or "". original_url: "" when the source page is gone.
    """

    unit: UnitBadge
    date: date
    original_url: str = ""
    note: str = ""
    today_name: str = ""


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """An official paper or site that is quoted: "Theo Báo Quảng Trị, 20/11/2026". url may be ""."""

    name: str
    published_date: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """author: "" is left out. reading_minutes: 0 is left out."""

    author: str
    published_at: datetime
    reading_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Action:
    """A small task beside the article. behavior: `data-action` for the script that improves it, or ""."""

    icon: str
    title: str
    url: str
    behavior: str = ""


@dataclass(frozen=True, slots=True)
class AboutUnit:
    """The side box "Về trường này". facts: "Xã Ba Lòng · Tiểu học và THCS · 18 bài trong năm 2026"."""

    title: str
    facts: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article, whatever its origin; empty parts are left out.

    section: shown as a tag over the title. topics: links to what else there is on them. origin_note: a sentence on
    where it comes from, or "".
    address: absolute, printed under the text.
    """

    title: str
    byline: Byline
    body: tuple[BodyBlock, ...]
    address: str
    section: str = ""
    summary: str = ""
    origin: OriginBox | None = None
    quoted: QuotedSource | None = None
    origin_note: str = ""
    lead: Figure | None = None
    topics: tuple[Link, ...] = ()
    actions: tuple[Action, ...] = ()
    related_title: str = ""
    related: tuple[StoryCard, ...] = ()
    about_unit: AboutUnit | None = None


@dataclass(frozen=True, slots=True)
class StandardView:
    """A page that stands for years: introduction, contact, accessibility. updated_on may be None."""

    title: str
    body: tuple[BodyBlock, ...]
    summary: str = ""
    updated_on: date | None = None
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareView:
    """Ways to pass an article on without any script of others. mail_url: a `mailto:` address."""

    title: str
    address: str
    back_url: str
    mail_url: str
    services: tuple[Link, ...]

"""Things that stand in lists: stories, notices, documents, questions, and the small parts they share."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from core.frontend.pictures import Picture

Tone = Literal["neutral", "accent", "ok", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A word in a small box; never clickable, its tone never the only sign. icon: name of an icon or ""."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class UnitBadge:
    """A unit as a post names it: name and place at the time of publication. place: "Xã Ba Lòng" or ""."""

    name: str
    monogram: str
    palette: str
    place: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A post in a list. source: room or author behind the date. cover: icon shown when there is no picture."""

    title: str
    url: str
    date: date
    summary: str = ""
    picture: Picture | None = None
    cover: str = "book"
    source: str = ""
    unit: UnitBadge | None = None
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class DateRow:
    """A notice with the day it is about in a date box."""

    title: str
    url: str
    date: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file to take away. format: "PDF". pages: 0 when unknown. size: bytes."""

    title: str
    url: str
    format: str
    size: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A legal document in a list. number: "2148/SGDĐT-GDPT". title: trích yếu. about: "Công văn · Sở GD&ĐT".

    owner: "Của Sở" where a list holds documents of two units.
    """

    number: str
    title: str
    url: str
    issued: date
    status: Tag
    about: str = ""
    file: FileLink | None = None
    owner: Tag | None = None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """An answered question. answer_note: "Phòng Tổ chức cán bộ trả lời ngày 20/11/2026, sau 3 ngày"."""

    title: str
    url: str
    answer_note: str

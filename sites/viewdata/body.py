"""The blocks of a text, one class a block; `template` draws it."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString

from core.frontend.pictures import Picture
from sites.frame import Phone
from sites.viewdata.cards import FileLink


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Clean rich text, already expanded to HTML."""

    template: ClassVar[str] = "blocks/paragraph.html"
    html: SafeString


@dataclass(frozen=True, slots=True)
class Heading:
    """anchor: id for links from a table of contents. level: 2 or 3."""

    template: ClassVar[str] = "blocks/heading.html"
    text: str
    anchor: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """consent: say that the pictured agreed. decorative images have an empty `picture.alt`."""

    template: ClassVar[str] = "blocks/figure.html"
    picture: Picture
    caption: str = ""
    credit: str = ""
    consent: bool = False


@dataclass(frozen=True, slots=True)
class Gallery:
    template: ClassVar[str] = "blocks/gallery.html"
    images: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """source: person, paper or document; url may be ""."""

    template: ClassVar[str] = "blocks/quotation.html"
    text: str
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """head: the column titles, or () when the table has none. row_heads: the first cell of each row is a heading.

    named_by: id of the heading above that says what the caption would, "" without one.
    """

    template: ClassVar[str] = "blocks/table.html"
    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    caption: str = ""
    row_heads: bool = False
    named_by: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFiles:
    """Files to take away, in the running text."""

    template: ClassVar[str] = "blocks/document.html"
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class VideoLink:
    """A video on another site, shown as a still and a link: nothing of that site is loaded. site: "YouTube"."""

    template: ClassVar[str] = "blocks/video.html"
    title: str
    url: str
    site: str
    picture: Picture | None = None
    duration: str = ""


@dataclass(frozen=True, slots=True)
class ContactCard:
    template: ClassVar[str] = "blocks/contact.html"
    name: str
    role: str = ""
    phone: Phone | None = None
    email: str = ""


BodyBlock = Paragraph | Heading | Figure | Gallery | Quotation | Table | DocumentFiles | VideoLink | ContactCard

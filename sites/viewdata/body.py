"""The blocks of a text, one class a block; `kind` names the template under `templates/blocks/`."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString

from core.frontend.pictures import Picture
from sites.frame import Phone
from sites.viewdata.cards import FileLink


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Clean rich text, already expanded to HTML."""

    kind: ClassVar[str] = "paragraph"
    html: SafeString


@dataclass(frozen=True, slots=True)
class Heading:
    """anchor: id for links from a table of contents. level: 2 or 3."""

    kind: ClassVar[str] = "heading"
    text: str
    anchor: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class ImageFigure:
    """consent: say that the pictured agreed. decorative images have an empty `picture.alt`."""

    kind: ClassVar[str] = "image"
    picture: Picture
    caption: str = ""
    credit: str = ""
    consent: bool = False


@dataclass(frozen=True, slots=True)
class Gallery:
    kind: ClassVar[str] = "gallery"
    images: tuple[ImageFigure, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """source: person, paper or document; url may be ""."""

    kind: ClassVar[str] = "quotation"
    text: str
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """head: the column titles, or () when the table has none. row_heads: the first cell of each row is a heading."""

    kind: ClassVar[str] = "table"
    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    caption: str = ""
    row_heads: bool = False


@dataclass(frozen=True, slots=True)
class DocumentFile:
    kind: ClassVar[str] = "document"
    file: FileLink


@dataclass(frozen=True, slots=True)
class VideoLink:
    """A video on another site, shown as a still and a link: nothing of that site is loaded. site: "YouTube"."""

    kind: ClassVar[str] = "video"
    title: str
    url: str
    site: str
    picture: Picture | None = None
    duration: str = ""


@dataclass(frozen=True, slots=True)
class ContactCard:
    kind: ClassVar[str] = "contact"
    name: str
    role: str = ""
    phone: Phone | None = None
    email: str = ""


BodyBlock = Paragraph | Heading | ImageFigure | Gallery | Quotation | Table | DocumentFile | VideoLink | ContactCard

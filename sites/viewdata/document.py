"""One legal document."""

from dataclasses import dataclass

from sites.viewdata.body import BodyBlock
from sites.viewdata.cards import FileLink, Tag


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the definition list: "Người ký" and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Another document this one replaces, is replaced by, changes or rests on. url: "" when it is not on the site."""

    label: str
    number: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LegalDocumentView:
    """A legal document. title: trích yếu. warning: the band of an expired document, or "". consultation: for drafts.

    reader: the PDF that can be read in the page, None without one.
    """

    title: str
    status: Tag
    facts: tuple[Fact, ...]
    address: str
    summary: str = ""
    warning: str = ""
    consultation: str = ""
    files: tuple[FileLink, ...] = ()
    reader: FileLink | None = None
    is_signature_verified: bool = False
    print_url: str = ""
    body: tuple[BodyBlock, ...] = ()
    relations: tuple[Relation, ...] = ()

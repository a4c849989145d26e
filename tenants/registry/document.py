"""What a published thing says to search and to lists across units, independent of the schema it lives in."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

# A scanned law pasted whole would weigh more than a thousand posts; its first part is what people search for.
BODY_LIMIT = 200_000
# The same for all files of one entry together.
ATTACHED_LIMIT = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The unit a republished post came from, as it was then. Its place, not the portal's, decides the facets.

    original: primary key of the registry's entry of the unit's own post.
    """

    unit_name: str
    url: str
    kind: str
    levels: tuple[str, ...] = ()
    commune_code: str = ""
    original: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFacts:
    """What lists of legal documents across units filter, sort and show besides a document's number, kind and issuer.

    since: first day in force. until: first day no longer in force. partly_until: first day on which a part is not.
    file_path: of the document itself, starting with a slash, or "". file_size: bytes. replaced_by: `object_id` of the
    unit's document that took this one's place.
    """

    issued_date: date
    since: date
    until: date | None = None
    partly_until: date | None = None
    subject: str = ""
    signer: str = ""
    room: str = ""
    file_path: str = ""
    file_format: str = ""
    file_size: int = 0
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that a published page shows, with its text. name: as readers see it, with its extension.

    pages: number (of a page, a sheet or a slide; None where the format knows none) and clean text of each.
    """

    name: str
    pages: tuple[tuple[int | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One published thing. Texts are clean NFC without markup; `path` starts with a slash and carries no host.

    object_type: one of the slugs registered in search.documents. object_id: primary key within the unit's schema.
    keywords: searched but not shown. year: of issue for a legal document; None means the local year of `published_at`.
    """

    object_type: str
    object_id: int
    locale: str
    path: str
    title: str
    published_at: datetime
    summary: str = ""
    body: str = ""
    keywords: str = ""
    document_number: str = ""
    document_kind: str = ""
    issuer: str = ""
    effective_date: date | None = None
    expiry_date: date | None = None
    year: int | None = None
    origin: Origin | None = None
    legal: LegalFacts | None = None
    attachments: tuple[AttachedFile, ...] = ()

    def year_or_published(self) -> int:
        """Return the year readers filter by."""
        return self.year or timezone.localtime(self.published_at).year

    def stored(self) -> dict[str, Any]:
        """Return what has no column of its own in the registry, as JSON-able values; a long body is cut and says so."""
        return {
            "summary": self.summary,
            "keywords": self.keywords,
            "body": self.body[:BODY_LIMIT],
            "truncated": len(self.body) > BODY_LIMIT,
            **stored_attachments(self.attachments),
            "document_number": self.document_number,
            "document_kind": self.document_kind,
            "issuer": self.issuer,
            "effective_date": _iso(self.effective_date),
            "expiry_date": _iso(self.expiry_date),
            "partly_expiry_date": _iso(self.legal.partly_until) if self.legal else None,
            "subject": self.legal.subject if self.legal else "",
            "replaced_by": self.legal.replaced_by if self.legal else None,
            "origin": asdict(self.origin) if self.origin else None,
        }


def stored_attachments(files: Iterable[AttachedFile]) -> dict[str, Any]:
    """Return what the registry keeps of the files' texts: at most ATTACHED_LIMIT characters, and whether more."""
    left = ATTACHED_LIMIT
    stored = []
    is_cut = False
    for file in files:
        pages: list[tuple[int | None, str]] = []
        for number, text in file.pages:
            is_cut = is_cut or len(text) > left
            if left > 0:
                pages.append((number, text[:left]))
                left -= len(text)
        if pages:
            stored.append({"name": file.name, "pages": pages})
    return {"attachments": stored, "attachments_truncated": is_cut}


def attached_text(document: Mapping[str, Any]) -> str:
    """Return the words of the files in what the registry stores of a document, each page after a line break."""
    return "".join(f"\n{text}" for file in document.get("attachments", ()) for _number, text in file["pages"])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

"""What a published thing says to search and to lists across units, independent of the schema it lives in."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

# A scanned law pasted whole would weigh more than a thousand posts; its first part is what people search for.
BODY_LIMIT = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The unit a republished post came from, as it was then. Its place, not the portal's, decides the facets."""

    unit_name: str
    url: str
    kind: str
    levels: tuple[str, ...] = ()
    commune_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFacts:
    """What lists of legal documents across units filter, sort and show besides a document's number, kind and issuer.

    since: first day in force. until: first day no longer in force. partly_until: first day on which a part is not.
    file_path: of the document itself, starting with a slash, or "". file_size: bytes.
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
            "document_number": self.document_number,
            "document_kind": self.document_kind,
            "issuer": self.issuer,
            "effective_date": _iso(self.effective_date),
            "expiry_date": _iso(self.expiry_date),
            "partly_expiry_date": _iso(self.legal.partly_until) if self.legal else None,
            "subject": self.legal.subject if self.legal else "",
            "origin": asdict(self.origin) if self.origin else None,
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

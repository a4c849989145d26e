import re

from core.text.fold import fold
from tenants.registry.document import LegalFacts, SearchDocument
from tenants.registry.models import Entry, LegalEntry

_FIGURE = re.compile(r"\d{1,9}")


def record_legal(*, entry: Entry, document: SearchDocument, facts: LegalFacts) -> None:
    """Keep the row of a legal document equal to its entry. Two queries."""
    figure = _FIGURE.search(entry.number_key)
    values = {
        "unit_id": entry.unit_id,
        "locale": document.locale,
        "number": document.document_number,
        "figure": int(figure[0]) if figure else 0,
        "kind": document.document_kind,
        "issuer": document.issuer,
        "subject": facts.subject,
        "room": facts.room,
        "signer": facts.signer,
        "folded_signer": fold(facts.signer),
        "issued_date": facts.issued_date,
        "since": facts.since,
        "until": facts.until,
        "partly_until": facts.partly_until,
        "file_path": facts.file_path,
        "file_format": facts.file_format,
        "file_size": facts.file_size,
    }
    LegalEntry.objects.update_or_create(pk=entry.pk, defaults=values)

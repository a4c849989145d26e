from datetime import datetime, time
from typing import Any

from django.utils import timezone

from search.documents.parts import body_text, common_fields, one_line
from tenants.registry.document import SearchDocument


def build_legal_document(page: Any) -> SearchDocument:
    """A decision, official letter, plan …: dated by its issue, and found by the words people call it by."""
    # "quyết định 1682" and "công văn của Sở" name kind, number and issuer, which neither title nor text repeats.
    keywords = one_line(f"{page.document_kind} {page.document_number} {page.issuer}")
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.summary, page.body),
        keywords=keywords,
        published_at=timezone.make_aware(datetime.combine(page.issued_date, time())),
        year=page.issued_date.year,
        document_number=one_line(page.document_number),
        document_kind=one_line(page.document_kind),
        issuer=one_line(page.issuer),
        effective_date=page.effective_date,
        expiry_date=page.expiry_date,
    )

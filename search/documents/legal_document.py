from datetime import datetime, time
from typing import Any

from django.db.models.functions import Coalesce
from django.utils import timezone

from search.documents.parts import body_text, common_fields, one_line
from sites.models import DocumentRelation, RelationKind
from tenants.registry.document import LegalFacts, SearchDocument


def build_legal_document(page: Any) -> SearchDocument:
    """A decision, official letter, plan …: dated by its issue, and found by the words people call it by."""
    # "quyết định 1682" and "công văn của Sở" name kind, number and issuer, which neither title nor text repeats.
    called = (page.document_kind, page.document_number, page.issuer, page.subject, page.signer, page.room)
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.summary, page.body),
        keywords=one_line(" ".join([*called, page.recipients, page.gazette])),
        published_at=timezone.make_aware(datetime.combine(page.issued_date, time())),
        year=page.issued_date.year,
        document_number=one_line(page.document_number),
        document_kind=one_line(page.document_kind),
        issuer=one_line(page.issuer),
        effective_date=page.effective_date,
        expiry_date=page.in_force_until,
        legal=_facts(page),
    )


def _facts(page: Any) -> LegalFacts:
    file = page.attachment
    return LegalFacts(
        issued_date=page.issued_date,
        since=page.in_force_since,
        until=page.in_force_until,
        partly_until=page.amended_date,
        subject=one_line(page.subject),
        signer=one_line(page.signer),
        room=one_line(page.room),
        file_path=file.url if file else "",
        file_format=file.file_extension.upper() if file else "",
        file_size=(file.file_size or 0) if file else 0,
        replaced_by=_replaced_by(page) if page.replaced_date else None,
    )


def _replaced_by(page: Any) -> int | None:
    """Return the key of the page that took this one's place. One query."""
    replacing = DocumentRelation.objects.filter(target=page.pk, kind=RelationKind.REPLACES, page__live=True)
    by_date = replacing.order_by(Coalesce("page__effective_date", "page__issued_date"), "page")
    return by_date.values_list("page", flat=True).first()

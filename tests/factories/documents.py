"""Legal documents, checked as the form checks them and published as the admin does."""

from typing import Any

from django.utils import timezone

from sites.models import DocumentRelation, LegalDocumentPage, RegisterPage


def add_document(
    number: str, title: str, *, relations: dict[str, str | LegalDocumentPage] | None = None, **fields: Any
) -> LegalDocumentPage:
    """Publish a document in the active unit's register. relations: kind → a document of the register or a number."""
    values = {"document_kind": "Công văn", "issuer": "Sở GD&ĐT", "issued_date": timezone.localdate(), **fields}
    page = LegalDocumentPage(title=title, document_number=number, live=False, **values)
    page.full_clean(exclude=["slug", "path", "depth", "numchild", "url_path", "content_type", "number_key"])
    RegisterPage.objects.get().add_child(instance=page)
    for kind, target in (relations or {}).items():
        named = {"target": target} if isinstance(target, LegalDocumentPage) else {"target_number": target}
        relation = DocumentRelation(page=page, kind=kind, **named)
        relation.full_clean(exclude=["page", "target_key"])
        page.relations.add(relation)
    page.save_revision().publish()
    return LegalDocumentPage.objects.get(pk=page.pk)

"""Legal documents of the unit's own register; those of the Sở are asked for on the portal."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router
from pydantic import AwareDatetime

from core.text.document_number import number_key
from sites.api.entries import local
from sites.api.paging import one_page
from sites.api.schemas import Document, DocumentItem, Documents, File, Named, Paging
from sites.legal.register import documents_of, state_of
from sites.presenters.surroundings import Surroundings, surroundings_of
from tenants.registry.models import EntryState, LegalEntry

router = Router()
_HEAVY = ("entry__document", "entry__folded", "entry__folded_title", "entry__search_vector")


@router.api_operation(["GET", "HEAD"], "", response=Documents, summary="Văn bản trong sổ, ngày ban hành mới đứng trước")
def list_documents(
    request: HttpRequest,
    paging: Query[Paging],
    number: str = "",
    issued_from: date | None = None,
    issued_to: date | None = None,
    since: AwareDatetime | None = None,
) -> Documents:
    """`number`: số, ký hiệu, viết cách nào cũng được. `issued_from`, `issued_to`: ngày ban hành từ, đến.

    `since` (thời điểm ISO 8601 có múi giờ): chỉ lấy văn bản đăng hoặc sửa từ lúc đó.
    """
    around = surroundings_of(request)
    bounds = {
        "entry__number_key": number_key(number),
        "issued_date__gte": issued_from,
        "issued_date__lte": issued_to,
        "entry__changed_at__gte": since,
    }
    rows = _documents(around).filter(**{name: value for name, value in bounds.items() if value}).defer(*_HEAVY)

    def items(documents: Sequence[LegalEntry]) -> list[DocumentItem]:
        return [DocumentItem(**_fields(document, around)) for document in documents]

    return one_page(Documents, rows, items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:document_id}/", response=Document, summary="Một văn bản, có nội dung")
def show_document(request: HttpRequest, document_id: int) -> Document:
    """Nội dung là chữ của trang văn bản; tệp tải ở địa chỉ ghi trong `file`."""
    around = surroundings_of(request)
    document = _documents(around).filter(pk=document_id).first()
    if document is None:
        raise Http404
    stored = document.entry.document
    return Document(
        **_fields(document, around), summary=stored["summary"], text=stored["body"], is_cut=stored["truncated"]
    )


def _documents(around: Surroundings) -> QuerySet[LegalEntry]:
    own = documents_of(unit=around.unit, department=None, owner=None, locale=settings.LANGUAGE_CODE)
    return own.filter(entry__state=EntryState.LIVE).select_related("entry").order_by("-issued_date", "-entry")


def _fields(document: LegalEntry, around: Surroundings) -> dict[str, Any]:
    origin, state = around.menu.origin, state_of(document, around.today)
    has_file = bool(document.file_path)
    file = File(url=origin + document.file_path, format=document.file_format, size=document.file_size)
    return {
        "id": document.pk,
        "number": document.number,
        "kind": document.kind,
        "title": document.entry.title,
        "issuer": document.issuer,
        "signer": document.signer,
        "subject": document.subject,
        "room": document.room,
        "issued_on": document.issued_date,
        "in_force_since": document.since,
        "partly_expired_since": document.partly_until,
        "expires_on": document.until,
        "state": Named(code=state.value, name=str(state.label)),
        "url": origin + document.entry.path,
        "file": file if has_file else None,
        "changed_at": local(document.entry.changed_at),
    }

"""Administrative procedures the unit has published."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router
from wagtail.blocks import StreamValue

from sites.api.entries import entries_of, entry_of, named, page_fields, with_pages
from sites.api.paging import one_page
from sites.api.schemas import Paging, Paper, Procedure, ProcedureItem, Procedures
from sites.presenters.surroundings import surroundings_of
from sites.procedures.enums import Fee, ProcedureField, ServiceLevel
from sites.procedures.models import ProcedurePage
from tenants.registry.models import Entry

router = Router()
_TYPE = ProcedurePage.registry_type


@router.api_operation(["GET", "HEAD"], "", response=Procedures, summary="Thủ tục hành chính, theo tên")
def list_procedures(request: HttpRequest, paging: Query[Paging]) -> Procedures:
    """Nơi nộp, thời hạn, phí và căn cứ của từng thủ tục. Thành phần hồ sơ có ở dữ liệu của một thủ tục."""
    origin = surroundings_of(request).menu.origin

    def items(entries: Sequence[Entry]) -> list[ProcedureItem]:
        return [ProcedureItem(**_fields(entry, page, origin)) for entry, page in with_pages(entries, _pages())]

    rows = entries_of(_TYPE).order_by("folded_title", "pk")
    return one_page(Procedures, rows, items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:procedure_id}/", response=Procedure, summary="Một thủ tục hành chính")
def show_procedure(request: HttpRequest, procedure_id: int) -> Procedure:
    """Hồ sơ không nộp ở đây mà tại nơi ghi trong `submit_to`, hoặc trên Cổng Dịch vụ công quốc gia."""
    entry = entry_of(procedure_id, _TYPE)
    page = _pages().filter(pk=entry.object_id).first()
    if page is None:
        raise Http404
    origin = surroundings_of(request).menu.origin
    return Procedure(**_fields(entry, page, origin), dossier=papers_of(page.dossier, origin))


def _pages() -> QuerySet[ProcedurePage]:
    found: QuerySet[ProcedurePage] = ProcedurePage.objects.live()
    return found


def _fields(entry: Entry, page: ProcedurePage, origin: str) -> dict[str, Any]:
    return {
        **page_fields(entry, origin),
        "code": page.code,
        "field": named(ProcedureField(page.field)),
        "applicants": page.applicants,
        "submit_to": page.submit_to,
        "handler": page.handler,
        "contact": page.contact,
        "processing_time": page.processing_time,
        "fee": named(Fee(page.fee)),
        "fee_text": page.fee_text,
        "result": page.result,
        "legal_bases": page.legal_bases,
        "service_level": named(ServiceLevel(page.service_level)),
        "service_url": page.service_url,
    }


def papers_of(dossier: StreamValue, origin: str) -> list[Paper]:
    """Return the papers of a dossier. One query for all their forms."""
    return [
        Paper(
            name=item.value["name"],
            copies=item.value["copies"],
            form_url=origin + item.value["form"].url if item.value["form"] else "",
        )
        for item in dossier
    ]

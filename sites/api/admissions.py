"""Notices of exams and admissions the unit has published."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from core.text.plain import body_text
from sites.admissions.enums import AdmissionKind, EntryLevel
from sites.admissions.models import AdmissionPage
from sites.api.entries import entries_of, entry_of, file_of, named, page_fields, with_pages
from sites.api.paging import one_page
from sites.api.procedures import papers_of
from sites.api.schemas import File, Listed, Named, PageItem, Paging, Paper
from sites.presenters.surroundings import Surroundings, surroundings_of
from tenants.registry.models import Entry

router = Router()
_TYPE = AdmissionPage.registry_type


class AdmissionItem(PageItem):
    """state: of the day it is asked: sap-mo, con-han, het-han. closes_on: the last day on which papers are taken."""

    kind: Named
    level: Named
    state: Named
    opens_on: date
    closes_on: date
    applicants: str
    quota: str
    form: str
    conditions: str
    hours: str
    place: str
    contact: str


class AdmissionList(Schema):
    title: str
    file: File


class Admission(AdmissionItem):
    """text: the words without markup, a line a block."""

    dossier: list[Paper]
    lists: list[AdmissionList]
    text: str


class Admissions(Listed[AdmissionItem]):
    pass


@router.api_operation(["GET", "HEAD"], "", response=Admissions, summary="Thông báo thi, tuyển sinh, tin mới đứng trước")
def list_admissions(request: HttpRequest, paging: Query[Paging]) -> Admissions:
    """`state` theo ngày hỏi: sắp nhận, đang nhận hay đã hết hạn nhận hồ sơ."""
    around = surroundings_of(request)

    def items(entries: Sequence[Entry]) -> list[AdmissionItem]:
        pages = _pages().defer("body", "dossier", "lists", "sheets")
        return [AdmissionItem(**_fields(entry, page, around)) for entry, page in with_pages(entries, pages)]

    return one_page(Admissions, entries_of(_TYPE), items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:admission_id}/", response=Admission, summary="Một thông báo, có hồ sơ")
def show_admission(request: HttpRequest, admission_id: int) -> Admission:
    """Danh sách kèm theo là tệp Excel tải ở địa chỉ ghi trong `lists`; tên người trong đó không có ở đây."""
    around = surroundings_of(request)
    entry = entry_of(admission_id, _TYPE)
    page = _pages().filter(pk=entry.object_id).first()
    if page is None:
        raise Http404
    origin = around.menu.origin
    return Admission(
        **_fields(entry, page, around),
        dossier=papers_of(page.dossier, origin),
        lists=[
            AdmissionList(title=block.value["title"], file=file_of(block.value["file"], origin))
            for block in page.lists
            if block.value["file"]
        ],
        text=body_text("", page.body),
    )


def _pages() -> QuerySet[AdmissionPage]:
    found: QuerySet[AdmissionPage] = AdmissionPage.objects.live()
    return found


def _fields(entry: Entry, page: AdmissionPage, around: Surroundings) -> dict[str, Any]:
    return {
        **page_fields(entry, around.menu.origin),
        "kind": named(AdmissionKind(page.kind)),
        "level": named(EntryLevel(page.level)),
        "state": named(page.state_on(around.today)),
        "opens_on": page.opens_date,
        "closes_on": page.closes_date,
        "applicants": page.applicants,
        "quota": page.quota,
        "form": page.form,
        "conditions": page.conditions,
        "hours": page.hours,
        "place": page.place,
        "contact": page.contact,
    }

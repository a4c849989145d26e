"""The resource library: lessons, papers and research with what others may do with them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router

from core.text.plain import body_text
from sites.api.entries import entries_of, entry_of, file_of, named, page_fields, with_pages
from sites.api.paging import one_page
from sites.api.schemas import File, Listed, Named, PageItem, Paging
from sites.library.enums import LICENSE_URLS, Grade, License, ResourceKind, Subject
from sites.library.models import ResourcePage
from sites.presenters.surroundings import surroundings_of
from tenants.registry.models import Entry

router = Router()
_TYPE = ResourcePage.registry_type


class ResourceItem(PageItem):
    """file, site_url: one of them or both; site_url "" without. license_url: of the license's text, "" without one.

    subject, grade: code "" for a resource that belongs to no subject, or is for all.
    """

    kind: Named
    subject: Named
    grade: Named
    author: str
    license: Named
    license_url: str
    file: File | None
    site_url: str


class Resource(ResourceItem):
    """text: the words without markup, a line a block."""

    text: str


class Resources(Listed[ResourceItem]):
    pass


@router.api_operation(["GET", "HEAD"], "", response=Resources, summary="Tài nguyên, mục mới đứng trước")
def list_resources(request: HttpRequest, paging: Query[Paging]) -> Resources:
    """Bài giảng, đề, sáng kiến, nghiên cứu: tác giả, giấy phép, tệp hoặc địa chỉ ở trang khác."""
    origin = surroundings_of(request).menu.origin

    def items(entries: Sequence[Entry]) -> list[ResourceItem]:
        found = with_pages(entries, _pages().defer("body"))
        return [ResourceItem(**_fields(entry, page, origin)) for entry, page in found]

    return one_page(Resources, entries_of(_TYPE), items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:resource_id}/", response=Resource, summary="Một tài nguyên")
def show_resource(request: HttpRequest, resource_id: int) -> Resource:
    """Thêm phần giới thiệu bằng chữ. Dùng lại được đến đâu là do giấy phép ghi trong `license`."""
    entry = entry_of(resource_id, _TYPE)
    page = _pages().filter(pk=entry.object_id).first()
    if page is None:
        raise Http404
    fields = _fields(entry, page, surroundings_of(request).menu.origin)
    return Resource(**fields, text=body_text("", page.body))


def _pages() -> QuerySet[ResourcePage]:
    found: QuerySet[ResourcePage] = ResourcePage.objects.live().select_related("file")
    return found


def _fields(entry: Entry, page: ResourcePage, origin: str) -> dict[str, Any]:
    return {
        **page_fields(entry, origin),
        "kind": named(ResourceKind(page.kind)),
        "subject": named(Subject(page.subject)),
        "grade": named(Grade(page.grade)),
        "author": page.author,
        "license": named(License(page.license)),
        "license_url": LICENSE_URLS.get(page.license, ""),
        "file": file_of(page.file, origin) if page.file else None,
        "site_url": page.url,
    }

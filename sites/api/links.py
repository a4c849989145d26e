"""Lists of systems and services on other sites."""

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from sites.api.entries import entries_of, entry_of, named, page_fields, with_pages
from sites.api.paging import one_page
from sites.api.schemas import Listed, Named, PageItem, Paging
from sites.library.enums import Audience
from sites.library.models import LinksPage
from sites.presenters.surroundings import surroundings_of
from tenants.registry.models import Entry

router = Router()
_TYPE = LinksPage.registry_type


class OutsideLink(Schema):
    """group: the heading it stands under, "" above the first."""

    name: str
    url: str
    purpose: str
    audience: Named
    needs_login: bool
    group: str


class LinkList(PageItem):
    links: list[OutsideLink]


class LinkLists(Listed[LinkList]):
    pass


@router.api_operation(["GET", "HEAD"], "", response=LinkLists, summary="Danh mục hệ thống, dịch vụ ở trang khác")
def list_link_lists(request: HttpRequest, paging: Query[Paging]) -> LinkLists:
    """Mỗi danh mục kèm các đường dẫn của nó: để làm gì, dành cho ai, có phải đăng nhập không."""
    origin = surroundings_of(request).menu.origin

    def items(entries: Sequence[Entry]) -> list[LinkList]:
        return [_list(entry, page, origin) for entry, page in with_pages(entries, LinksPage.objects.live())]

    return one_page(LinkLists, entries_of(_TYPE), items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:list_id}/", response=LinkList, summary="Một danh mục đường dẫn")
def show_link_list(request: HttpRequest, list_id: int) -> LinkList:
    """Đường dẫn theo thứ tự hiện trên trang; `group` là đề mục đứng trên."""
    entry = entry_of(list_id, _TYPE)
    page = LinksPage.objects.live().filter(pk=entry.object_id).first()
    if page is None:
        raise Http404
    return _list(entry, page, surroundings_of(request).menu.origin)


def _list(entry: Entry, page: LinksPage, origin: str) -> LinkList:
    return LinkList(**page_fields(entry, origin), links=list(_links(page)))


def _links(page: LinksPage) -> Iterator[OutsideLink]:
    group = ""
    for block in page.links.raw_data:
        value = block["value"]
        if block["type"] == "heading":
            group = value["text"]
            continue
        yield OutsideLink(
            name=value["name"],
            url=value["url"],
            purpose=value.get("purpose") or "",
            audience=named(Audience(value.get("audience") or Audience.EVERYBODY)),
            needs_login=bool(value.get("needs_login")),
            group=group,
        )

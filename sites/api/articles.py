"""Articles of the unit; on the portal its republished posts too."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import AwareDatetime

from sites.api.entries import changed_since, entries_of, entry_of, local, page_fields
from sites.api.paging import one_page
from sites.api.schemas import Article, ArticleItem, ArticleOrigin, Articles, Paging
from sites.models import ArticleContent, ArticlePage, RepublishedPage
from sites.presenters.pictures import PictureShelf
from sites.presenters.surroundings import surroundings_of
from tenants.registry.models import Entry

router = Router()
MODELS: dict[str, type[ArticleContent]] = {model.registry_type: model for model in (ArticlePage, RepublishedPage)}


@router.api_operation(["GET", "HEAD"], "", response=Articles, summary="Bài viết đã đăng, bài mới đứng trước")
def list_articles(request: HttpRequest, paging: Query[Paging], since: AwareDatetime | None = None) -> Articles:
    """Thêm `since` (thời điểm ISO 8601 có múi giờ) để chỉ lấy bài đăng hoặc sửa từ lúc đó."""
    origin = surroundings_of(request).menu.origin

    def items(entries: Sequence[Entry]) -> list[ArticleItem]:
        return [ArticleItem(**_fields(entry, origin)) for entry in entries]

    return one_page(Articles, changed_since(entries_of(*MODELS), since), items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:article_id}/", response=Article, summary="Một bài viết, có nội dung")
def show_article(request: HttpRequest, article_id: int) -> Article:
    """Nội dung là chữ, mỗi đoạn một dòng."""
    entry = entry_of(article_id, *MODELS)
    origin = surroundings_of(request).menu.origin
    pages = MODELS[entry.object_type]._default_manager.filter(pk=entry.object_id)
    author, cover = pages.values_list("author", "cover_image_id").first() or ("", None)
    picture = PictureShelf([cover]).picture(cover)
    return Article(
        **_fields(entry, origin),
        author=author,
        image_url=origin + picture.src if picture else "",
        text=entry.document["body"],
        is_cut=entry.document["truncated"],
    )


def _fields(entry: Entry, origin: str) -> dict[str, Any]:
    source = entry.document["origin"]
    return {
        **page_fields(entry, origin),
        "published_at": local(entry.published_at),
        "origin": ArticleOrigin(unit_name=source["unit_name"], url=source["url"]) if source else None,
    }

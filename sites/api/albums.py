"""Albums: the pictures and videos the unit has published."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from sites.api.entries import entries_of, entry_of, page_fields, with_pages
from sites.api.paging import one_page
from sites.api.schemas import Listed, PageItem, Paging
from sites.library.models import AlbumPage
from sites.presenters.body import BodyPresenter
from sites.presenters.pictures import PictureShelf
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.viewdata.body import Figure, VideoLink
from tenants.registry.models import Entry

router = Router()
_TYPE = AlbumPage.registry_type


class AlbumPicture(Schema):
    """width, height: pixels. alt: what is to be seen, "" for decoration."""

    url: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


class AlbumVideo(Schema):
    """url: on the video's own site."""

    title: str
    url: str
    site: str


class AlbumItem(PageItem):
    """image_url: of the cover, "" without one."""

    image_url: str
    picture_count: int
    video_count: int


class Album(AlbumItem):
    pictures: list[AlbumPicture]
    videos: list[AlbumVideo]


class Albums(Listed[AlbumItem]):
    pass


@router.api_operation(["GET", "HEAD"], "", response=Albums, summary="Bộ ảnh, video, bộ mới đứng trước")
def list_albums(request: HttpRequest, paging: Query[Paging]) -> Albums:
    """Chỉ gồm những bộ có ảnh hoặc video."""
    origin = surroundings_of(request).menu.origin

    def items(entries: Sequence[Entry]) -> list[AlbumItem]:
        found = list(with_pages(entries, _pages().defer("body")))
        shelf = PictureShelf(page.cover_image_id for _entry, page in found)
        return [AlbumItem(**_fields(entry, page, shelf, origin)) for entry, page in found]

    rows = entries_of(_TYPE).filter(object_id__in=_pages().values("pk"))
    return one_page(Albums, rows, items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:album_id}/", response=Album, summary="Một bộ ảnh, video")
def show_album(request: HttpRequest, album_id: int) -> Album:
    """Ảnh theo thứ tự hiện trên trang; video ở trang khác, theo địa chỉ ghi trong `url`."""
    entry = entry_of(album_id, _TYPE)
    page = _pages().filter(pk=entry.object_id).first()
    if page is None:
        raise Http404
    return _album(entry, page, surroundings_of(request))


def _pages() -> QuerySet[AlbumPage]:
    """Return the live albums that hold something: a section that only holds albums is none."""
    found: QuerySet[AlbumPage] = AlbumPage.objects.live().exclude(picture_count=0, video_count=0)
    return found


def _album(entry: Entry, page: AlbumPage, around: Surroundings) -> Album:
    presenter, origin = BodyPresenter(page.body, around.menu, others=[page.cover_image_id]), around.menu.origin
    blocks = presenter.blocks()
    return Album(
        **_fields(entry, page, presenter.shelf, origin),
        pictures=[_picture(block, origin) for block in blocks if isinstance(block, Figure)],
        videos=[
            AlbumVideo(title=block.title, url=block.url, site=block.site)
            for block in blocks
            if isinstance(block, VideoLink)
        ],
    )


def _fields(entry: Entry, page: AlbumPage, shelf: PictureShelf, origin: str) -> dict[str, Any]:
    cover = shelf.picture(page.cover_image_id)
    return {
        **page_fields(entry, origin),
        "image_url": origin + cover.src if cover else "",
        "picture_count": page.picture_count,
        "video_count": page.video_count,
    }


def _picture(figure: Figure, origin: str) -> AlbumPicture:
    picture = figure.picture
    return AlbumPicture(
        url=origin + picture.src,
        width=picture.width,
        height=picture.height,
        alt=picture.alt,
        caption=figure.caption,
        credit=figure.credit,
    )

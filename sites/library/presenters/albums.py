"""An album: its pictures, its videos, the albums inside it; and one picture alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from sites.frame import Link
from sites.library.models import AlbumPage
from sites.library.viewdata import AlbumView, Photo, PhotoView
from sites.presenters.body import BodyPresenter
from sites.presenters.counts import kept_count
from sites.presenters.menu import Section
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.periods import feed_rows
from sites.presenters.pictures import PictureShelf
from sites.presenters.presented import Presented
from sites.presenters.stories import StoryRow, without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.body import Figure, VideoLink
from sites.viewdata.cards import StoryCard, Tag
from sites.viewdata.listing import EmptyState

PAGE_SIZE = 24
PHOTO_FIELD = "anh"
_COLUMNS = ("title", "url_path", "first_published_at", "cover_image_id", "picture_count", "video_count")


class _AlbumRow(NamedTuple):
    """One album of a list, in the order of _COLUMNS."""

    title: str
    url_path: str
    published_at: datetime
    cover_id: int | None
    pictures: int
    videos: int


def present_album(page: AlbumPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return the album, or the one picture the address asks for. Four queries at most; the count of albums is kept."""
    query = Query.of(fields, (PHOTO_FIELD, PAGE_FIELD))
    albums = _albums_below(page, around)
    pages = -(-kept_count(albums, around.menu, f"albums:{page.pk}") // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    shown = albums.values_list(*_COLUMNS)[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]
    rows = [_AlbumRow(*values) for values in shown]
    presenter = BodyPresenter(page.body, around.menu, others=(row.cover_id for row in rows))
    blocks = presenter.blocks()
    figures = [block for block in blocks if isinstance(block, Figure)]
    if place := _place(query.value(PHOTO_FIELD), len(figures)):
        return _photo(page, around, figures, place)
    videos = tuple(block for block in blocks if isinstance(block, VideoLink))
    feed_url = _feed_url(page, around) if rows else ""
    view = AlbumView(
        title=page.title,
        intro=page.summary,
        photos=tuple(Photo(figure, f"?{PHOTO_FIELD}={place}") for place, figure in enumerate(figures, start=1)),
        photo_count=_amount(len(figures), 0),
        videos=videos,
        video_count=_amount(0, len(videos)),
        albums=tuple(_card(row, around, presenter.shelf) for row in rows),
        pager=build_pager(query, page=at, pages=pages),
        feed_url=feed_url,
        empty=None if blocks or rows else _empty(around),
    )
    meta = replace(page_meta(page, around), feed=Link(page.title, feed_url) if feed_url else None)
    if at > 1:
        meta = replace(meta, canonical_url=f"{meta.canonical_url}?{PAGE_FIELD}={at}")
    return Presented("library/album.html", meta, view)


def album_feed(around: Surroundings, section: Section, count: int) -> list[StoryRow]:
    """Return the newest albums with something in them. One query."""
    return feed_rows(AlbumPage.objects.exclude(picture_count=0, video_count=0), around, section, count)


def _photo(page: AlbumPage, around: Surroundings, figures: Sequence[Figure], place: int) -> Presented:
    words = _("Ảnh %(place)d trên %(count)d") % {"place": place, "count": len(figures)}
    view = PhotoView(
        place=words,
        figure=figures[place - 1],
        album=Link(page.title, around.menu.address(page.url_path)),
        previous_url=f"?{PHOTO_FIELD}={place - 1}" if place > 1 else "",
        next_url=f"?{PHOTO_FIELD}={place + 1}" if place < len(figures) else "",
    )
    meta = page_meta(page, around)
    breadcrumb = (*meta.breadcrumb, view.album)
    meta = replace(meta, title=f"{words}: {page.title}", breadcrumb=breadcrumb, indexable=False)
    return Presented("library/photo.html", meta, view)


def _albums_below(page: AlbumPage, around: Surroundings) -> QuerySet[AlbumPage]:
    below = AlbumPage.objects.live().child_of(page).order_by("-first_published_at", "-pk")
    return without_private(below, around.menu)


def _card(row: _AlbumRow, around: Surroundings, shelf: PictureShelf) -> StoryCard:
    words = _amount(row.pictures, row.videos)
    return StoryCard(
        title=row.title,
        url=around.menu.address(row.url_path),
        date=timezone.localtime(row.published_at).date(),
        picture=shelf.picture(row.cover_id),
        cover="image",
        tag=Tag(words) if words else None,
    )


def _amount(pictures: int, videos: int) -> str:
    """Return "12 ảnh, 2 video", "" for nothing."""
    words = []
    if pictures:
        words.append(ngettext("%(count)s ảnh", "%(count)s ảnh", pictures) % {"count": number(pictures)})
    if videos:
        words.append(ngettext("%(count)s video", "%(count)s video", videos) % {"count": number(videos)})
    return ", ".join(words)


def _place(text: str, count: int) -> int:
    """Return which picture is asked for, 0 for none of them."""
    place = int(text) if text.isdecimal() and len(text) < 6 else 0
    return place if place <= count else 0


def _feed_url(page: AlbumPage, around: Surroundings) -> str:
    section = around.menu.section_above(page.path)
    return f"{section.url}feed/" if section and section.tree_path == page.path else ""


def _empty(around: Surroundings) -> EmptyState:
    return EmptyState(_("Chưa có ảnh, video nào ở đây. Bạn xem các chuyên mục khác."), around.frame.nav[:3])

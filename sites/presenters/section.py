"""A section: its articles, newest first."""

from dataclasses import replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.models import SectionPage
from sites.presenters.counts import kept_count
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.stories import public_articles, shelf_for, story_cards, story_rows, without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.listing import EmptyState, ListingView
from sites.viewdata.meta import PageMeta

PAGE_SIZE = 20


def present_section(page: SectionPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the section. Three queries: rows, pictures, sections below; the count is kept."""
    menu = around.menu
    query = Query.of(fields, (PAGE_FIELD,))
    articles = public_articles(menu).filter(path__startswith=page.path)
    pages = -(-kept_count(articles, menu, f"section:{page.pk}") // PAGE_SIZE) or 1
    number = min(query.page(), pages)
    rows = story_rows(articles[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
    below = without_private(SectionPage.objects.child_of(page).live().order_by("path"), menu)
    view = ListingView(
        title=page.title,
        intro=page.summary,
        stories=story_cards(rows, menu=menu, shelf=shelf_for(rows)),
        pager=build_pager(query, page=number, pages=pages),
        children=tuple(Link(title, menu.address(path)) for title, path in below.values_list("title", "url_path")),
        feed_url=feed_address(page, around),
        empty=EmptyState(
            _("Chuyên mục này chưa có bài nào. Bạn xem các chuyên mục khác hoặc tìm bằng từ khóa."),
            around.frame.nav[:3],
        ),
    )
    return Presented("pages/section.html", _meta(page, around, number), view)


def feed_address(page: SectionPage, around: Surroundings) -> str:
    return f"{around.menu.address(page.url_path)}feed/"


def _meta(page: SectionPage, around: Surroundings, number: int) -> PageMeta:
    meta = page_meta(page, around)
    if number > 1:
        meta = replace(meta, canonical_url=f"{meta.canonical_url}?{PAGE_FIELD}={number}")
    return replace(meta, feed=Link(page.title, feed_address(page, around)))

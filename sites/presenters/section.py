"""A section: its articles, newest first."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.models import SectionPage
from sites.presenters.counts import kept_counts
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.stories import public_articles, shelf_for, story_cards, story_rows, without_private
from sites.presenters.surroundings import Surroundings
from sites.presenters.topics import of_topic, topic_tabs, with_topic
from sites.topics.book import TOPIC_FIELD, Topic
from sites.viewdata.listing import EmptyState, ListingView
from sites.viewdata.meta import PageMeta

PAGE_SIZE = 20
# Sections that are more than a list of posts, by key; their posts are at ?xem=tin-bai.
OWN_LISTS: dict[str, Callable[[SectionPage, Surroundings, QueryDict], Presented]] = {}
VIEW_FIELD, ALL_POSTS = "xem", "tin-bai"


def present_section(page: SectionPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the section. Three queries: rows, pictures, sections below; the counts are kept."""
    if page.key in OWN_LISTS and not {VIEW_FIELD, TOPIC_FIELD} & fields.keys():
        return OWN_LISTS[page.key](page, around, fields)
    menu = around.menu
    query = Query.of(fields, (VIEW_FIELD, TOPIC_FIELD, PAGE_FIELD))
    topic = menu.topic(query.value(TOPIC_FIELD))
    articles = public_articles(menu).filter(path__startswith=page.path)
    parts = {one.slug: of_topic(one) for one in menu.topics}
    counts = kept_counts(articles, menu, f"section:{page.pk}", parts)
    pages = -(-counts[topic.slug if topic else ""] // PAGE_SIZE) or 1
    number = min(query.page(), pages)
    rows = story_rows(with_topic(articles, topic)[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
    view = ListingView(
        title=page.title,
        intro=page.summary,
        stories=story_cards(rows, menu=menu, shelf=shelf_for(rows)),
        pager=build_pager(query, page=number, pages=pages),
        children=sections_below(page, around),
        topics=topic_tabs(counts, topic, listing_address(page, around), menu),
        feed_url=feed_address(page, around, topic),
        empty=_empty(page, around, topic),
    )
    return Presented("pages/section.html", _meta(page, around, number, topic), view)


def sections_below(page: SectionPage, around: Surroundings) -> tuple[Link, ...]:
    """Return the sections right below this one. One query."""
    below = without_private(SectionPage.objects.child_of(page).live().order_by("path"), around.menu)
    return tuple(Link(title, around.menu.address(path)) for title, path in below.values_list("title", "url_path"))


def listing_address(page: SectionPage, around: Surroundings) -> str:
    """Return where all posts of the section are listed."""
    address = around.menu.address(page.url_path)
    return f"{address}?{VIEW_FIELD}={ALL_POSTS}" if page.key in OWN_LISTS else address


def feed_address(page: SectionPage, around: Surroundings, topic: Topic | None = None) -> str:
    address = f"{around.menu.address(page.url_path)}feed/"
    return f"{address}?{TOPIC_FIELD}={topic.slug}" if topic else address


def _empty(page: SectionPage, around: Surroundings, topic: Topic | None) -> EmptyState:
    if topic is None:
        text = _("Chuyên mục này chưa có bài nào. Bạn xem các chuyên mục khác hoặc tìm bằng từ khóa.")
        return EmptyState(text, around.frame.nav[:3])
    text = _("Chuyên mục này chưa có bài nào về chủ đề %(topic)s.") % {"topic": topic.name}
    return EmptyState(text, (Link(_("Xem tất cả bài"), listing_address(page, around)),))


def _meta(page: SectionPage, around: Surroundings, number: int, topic: Topic | None) -> PageMeta:
    meta = page_meta(page, around)
    named = [(TOPIC_FIELD, topic.slug)] if topic else [(VIEW_FIELD, ALL_POSTS)] if page.key in OWN_LISTS else []
    fields = [*named, *([(PAGE_FIELD, str(number))] if number > 1 else [])]
    if fields:
        meta = replace(meta, canonical_url=f"{meta.canonical_url}?{urlencode(fields)}")
    if topic:
        meta = replace(meta, title=f"{page.title}: {topic.name}")
    return replace(meta, feed=Link(meta.title, feed_address(page, around, topic)))

"""Articles in lists: only the columns a card shows, and their pictures together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Value
from django.utils import timezone

from sites.models import ArticlePage, RepublishedPage
from sites.models.section import SectionKey
from sites.presenters.badges import republished_badge
from sites.presenters.menu import Menu, Section
from sites.presenters.pictures import PictureShelf
from sites.viewdata.cards import DateRow, StoryCard

COVERS: dict[str, str] = {
    SectionKey.NEWS: "image",
    SectionKey.NOTICES: "bell",
    SectionKey.ADMISSIONS: "cap",
    SectionKey.USEFUL: "info",
}
_COLUMNS = ("title", "url_path", "path", "published_at", "summary", "cover_image_id")
_ORIGIN_COLUMNS = ("unit_name", "unit_palette", "commune_name")


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One row of a list, before its picture is known. path: place in the tree."""

    title: str
    url_path: str
    path: str
    published_at: datetime
    summary: str
    cover_image_id: int | None
    unit_name: str = ""
    unit_palette: str = ""
    commune_name: str = ""


def public_articles(menu: Menu, section: Section | None = None) -> QuerySet[ArticlePage]:
    """Return the articles readers of the active language may see, newest first; those of a section if given."""
    articles = ArticlePage.objects.live().filter(published_at__isnull=False).order_by("-published_at", "-pk")
    if section is not None:
        articles = articles.filter(path__startswith=section.tree_path)
    elif len(menu.roots) > 1:
        articles = articles.filter(path__startswith=menu.root().tree_path)
    return without_private(articles, menu)


def public_republished(menu: Menu) -> QuerySet[RepublishedPage]:
    """Return the portal's copies readers may see, newest first."""
    posts = RepublishedPage.objects.live().filter(published_at__isnull=False).order_by("-published_at", "-pk")
    return without_private(posts, menu)


def without_private(pages: QuerySet[Any], menu: Menu) -> QuerySet[Any]:
    """Leave out pages below a private one. No query: the menu knows the private places."""
    for path in menu.private:
        pages = pages.exclude(path__startswith=path)
    return pages


def story_rows(pages: QuerySet[Any]) -> list[StoryRow]:
    """Read the rows of a (sliced) list in one query."""
    columns = _COLUMNS + _ORIGIN_COLUMNS if pages.model is RepublishedPage else _COLUMNS
    return [StoryRow(*values) for values in pages.values_list(*columns)]


def story_lists(*lists: QuerySet[Any]) -> list[list[StoryRow]]:
    """Read several (sliced) lists of articles in one query."""
    parts = [pages.annotate(part=Value(part)).values_list("part", *_COLUMNS) for part, pages in enumerate(lists)]
    rows: list[list[StoryRow]] = [[] for _part in parts]
    for part, *values in parts[0].union(*parts[1:], all=True) if parts else ():
        rows[part].append(StoryRow(*values))
    for one in rows:
        one.sort(key=lambda row: row.published_at, reverse=True)
    return rows


def news_and_notices(
    menu: Menu, *, news: int, notices: int
) -> tuple[Section | None, list[StoryRow], Section | None, list[StoryRow]]:
    """Return the two sections of a home page with their newest articles; one query, none without the sections."""
    found = {SectionKey.NEWS: news, SectionKey.NOTICES: notices}
    sections = {key: menu.find(key=key) for key in found}
    wanted = [(key, section) for key, section in sections.items() if section]
    lists = story_lists(*(public_articles(menu, section)[: found[key]] for key, section in wanted))
    rows = dict(zip((key for key, _section in wanted), lists, strict=True))
    return (
        sections[SectionKey.NEWS],
        rows.get(SectionKey.NEWS, []),
        sections[SectionKey.NOTICES],
        rows.get(SectionKey.NOTICES, []),
    )


def shelf_for(*lists: Sequence[StoryRow]) -> PictureShelf:
    """Look up the pictures of several lists together: one query."""
    return PictureShelf(row.cover_image_id for rows in lists for row in rows)


def story_cards(
    rows: Sequence[StoryRow], *, menu: Menu, shelf: PictureShelf, source: str = ""
) -> tuple[StoryCard, ...]:
    """Return the cards of rows whose pictures are on the shelf. source: written behind the date."""
    return tuple(
        StoryCard(
            title=row.title,
            url=menu.address(row.url_path),
            date=timezone.localtime(row.published_at).date(),
            summary=row.summary,
            picture=shelf.picture(row.cover_image_id),
            cover=_cover(row, menu),
            source=source,
            unit=republished_badge(row.unit_name, row.unit_palette, row.commune_name) if row.unit_name else None,
        )
        for row in rows
    )


def notice_rows(rows: Sequence[StoryRow], *, menu: Menu) -> tuple[DateRow, ...]:
    """Return notices with the day they were published in the date box."""
    return tuple(
        DateRow(row.title, menu.address(row.url_path), timezone.localtime(row.published_at).date()) for row in rows
    )


def _cover(row: StoryRow, menu: Menu) -> str:
    if row.unit_name:
        return "school"
    section = menu.section_above(row.path)
    return COVERS.get(section.key, "book") if section else "book"

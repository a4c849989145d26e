"""An article of a unit, and the portal's copy of one."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote, urlsplit

from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.frontend.formats import reading_minutes
from sites.frame import Link
from sites.models import ArticleContent, ArticlePage, Origin, RepublishedPage
from sites.presenters.body import BodyPresenter
from sites.presenters.meta import json_ld, page_meta
from sites.presenters.origin import about_unit, origin_box, origin_note
from sites.presenters.presented import Presented
from sites.presenters.stories import StoryRow, public_articles, public_republished, story_cards, story_rows
from sites.presenters.surroundings import Surroundings
from sites.presenters.topics import topic_links
from sites.viewdata.article import Action, ArticleView, Byline, QuotedSource
from sites.viewdata.body import BodyBlock, ContactCard, Heading, Paragraph, Quotation, Table
from sites.viewdata.meta import PageMeta

RELATED = 3


def present_article(page: ArticlePage, around: Surroundings) -> Presented:
    """Return a unit's own post. Five queries at most: posts beside it, images, their sizes, files, linked pages."""
    section = around.menu.section_above(page.path)
    rows = story_rows(public_articles(around.menu, section).exclude(pk=page.pk)[:RELATED])
    view = replace(
        _article(page, around, rows),
        section=section.title if section else "",
        topics=topic_links(page.topics, section.url, around.menu) if section else (),
    )
    return Presented("pages/article.html", _meta(page, view, around), view)


def present_republished(page: RepublishedPage, around: Surroundings) -> Presented:
    """Return the portal's copy: named after its unit at that time, canonical at the unit's own site.

    Two queries more than a unit's post: the unit's name today, and its posts this year, which are kept.
    """
    section = around.menu.section_above(page.path)
    rows = story_rows(public_republished(around.menu).exclude(pk=page.pk)[:RELATED])
    listing = section.url if section else around.frame.home_url
    view = replace(
        _article(page, around, rows),
        section=section.title if section else "",
        topics=topic_links(page.topics, listing, around.menu),
        origin=origin_box(page) if page.origin == Origin.UNIT else None,
        origin_note=origin_note(page),
        related_title=_("Bài khác từ cơ sở"),
        about_unit=about_unit(page, around, listing=listing) if page.origin == Origin.UNIT else None,
    )
    meta = _meta(page, view, around)
    place = f"{listing}?xa={quote(page.commune_code)}"
    trail = (*meta.breadcrumb, Link(page.commune_name, place)) if page.commune_name else meta.breadcrumb
    return Presented("pages/article.html", replace(meta, breadcrumb=trail), view)


def _article(page: ArticlePage | RepublishedPage, around: Surroundings, related: list[StoryRow]) -> ArticleView:
    presenter = BodyPresenter(
        page.body, around.menu, cover=page.cover_image_id, others=[row.cover_image_id for row in related]
    )
    body = presenter.blocks()
    published_at = timezone.localtime(page.published_at or page.first_published_at or around.now)
    words = " ".join([page.summary, *_words(body)])
    address = around.menu.origin + around.menu.address(page.url_path)
    cover = presenter.images.get(page.cover_image_id) if page.cover_image_id else None
    return ArticleView(
        title=page.title,
        summary=page.summary,
        byline=Byline(page.author, published_at, reading_minutes(words)),
        quoted=_quoted(page),
        lead=presenter.figure(page.cover_image_id, alt=cover.description if cover else ""),
        body=body,
        address=address,
        actions=_actions(page, around, address),
        related_title=_("Cùng chuyên mục"),
        related=story_cards(related, menu=around.menu, shelf=presenter.shelf),
    )


def _quoted(page: ArticlePage | RepublishedPage) -> QuotedSource | None:
    if not page.source_name:
        return None
    url, at = page.source_url, page.source_published_at
    if isinstance(page, RepublishedPage) and page.origin == Origin.UNIT:
        url, at = page.quoted_url, page.quoted_at
    return QuotedSource(page.source_name, timezone.localtime(at).date() if at else None, url)


def _actions(page: ArticleContent, around: Surroundings, address: str) -> tuple[Action, ...]:
    actions = [
        Action("print", _("In bài"), "?in=1", "print"),
        Action("bookmark", _("Lưu PDF"), "?in=1", "print"),
        Action("share", _("Chia sẻ"), "?chia-se=1", "share"),
    ]
    if around.unit.email:
        subject = quote(_("Báo sai sót: %(title)s") % {"title": page.title})
        actions.append(
            Action("flag", _("Báo sai sót"), f"mailto:{around.unit.email}?subject={subject}&body={quote(address)}")
        )
    return tuple(actions)


def _meta(page: ArticleContent, view: ArticleView, around: Surroundings) -> PageMeta:
    meta = page_meta(page, around)
    publisher = page.unit_name if isinstance(page, RepublishedPage) and page.unit_name else around.unit.name
    source = page.source_url if isinstance(page, RepublishedPage) and view.origin else ""
    canonical = source or meta.canonical_url
    picture = view.lead.picture if view.lead else None
    image_url = f"{around.menu.origin}{picture.src}" if picture else ""
    published_at = view.byline.published_at
    modified_at = page.last_published_at
    data = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.summary,
        "image": image_url,
        "datePublished": published_at.isoformat(timespec="seconds"),
        "dateModified": modified_at.isoformat(timespec="seconds") if modified_at else "",
        "inLanguage": get_language(),
        "mainEntityOfPage": canonical,
        "author": {"@type": "Person" if page.author else "Organization", "name": page.author or publisher},
        "publisher": {"@type": "EducationalOrganization", "name": publisher, "url": _origin_of(canonical)},
    }
    core = replace(
        meta.dublin_core,
        creator=page.author or publisher,
        publisher=publisher,
        published_date=published_at.date(),
        identifier=canonical,
        source=source,
        subject=view.section,
    )
    return replace(
        meta,
        canonical_url=canonical,
        kind="article",
        image_url=image_url,
        published_at=published_at,
        modified_at=modified_at,
        dublin_core=core,
        json_ld=json_ld(data),
    )


def _origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"


def _words(body: Iterable[BodyBlock]) -> list[str]:
    words = []
    for block in body:
        match block:
            case Paragraph():
                words.append(strip_tags(block.html))
            case Heading() | Quotation():
                words.append(block.text)
            case Table():
                words += [cell for row in block.rows for cell in row]
            case ContactCard():
                words.append(block.name)
            case _:
                pass
    return words

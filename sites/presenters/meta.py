"""What a page says about itself, worked out the same way for every page; presenters change what differs."""

from typing import Any

import orjson
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.models import BasePage
from sites.ownership.book import owners_at, sentence
from sites.presenters.surroundings import Surroundings
from sites.viewdata.meta import DublinCore, PageMeta

# "<", ">" and "&" could end the script element or open a comment inside it.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def page_meta(page: BasePage, around: Surroundings) -> PageMeta:
    """Return the head of any page. One query, only for a page deeper than a section's own pages."""
    address = around.menu.origin + around.menu.address(page.url_path)
    section = around.menu.section_above(page.path)
    published = page.first_published_at
    return PageMeta(
        title=page.title,
        description=page.summary,
        canonical_url=address,
        section_url=section.url if section else "",
        breadcrumb=breadcrumb(page, around),
        dublin_core=DublinCore(
            creator=around.unit.name,
            publisher=around.unit.name,
            published_date=published.date() if published else None,
            identifier=address,
        ),
        owner=sentence(owners_at(around.menu.key).of_page(page.path, around.today)),
    )


def breadcrumb(page: BasePage, around: Surroundings) -> tuple[Link, ...]:
    """Return the way from the home page to the page above this one."""
    menu = around.menu
    home_depth = len(menu.root().tree_path) // page.steplen
    home = Link(_("Trang chủ"), around.frame.home_url)
    section = menu.section_above(page.path)
    if page.depth <= home_depth:
        return ()
    if section is None or section.tree_path == page.path:
        return (home,)
    between: tuple[Link, ...] = ()
    if page.depth > home_depth + 2:
        above = page.get_ancestors().filter(depth__gt=home_depth + 1).order_by("path").values_list("title", "url_path")
        between = tuple(Link(title, menu.address(url_path)) for title, url_path in above)
    return (home, Link(section.title, section.url), *between)


def json_ld(data: dict[str, Any]) -> SafeString:
    """Return the script element of schema.org data; empty values are left out. No script runs: it is a data block."""
    filled = {"@context": "https://schema.org", **{name: value for name, value in data.items() if value}}
    text = orjson.dumps(filled).decode().translate(_ESCAPES)
    return SafeString(f'<script type="application/ld+json">{text}</script>')

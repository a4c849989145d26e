"""What a page says about itself, worked out the same way for every page; presenters change what differs."""

from typing import Any
from urllib.parse import urljoin

import orjson
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from sites.frame import LanguageLink, Link
from sites.models import BasePage, HomePage
from sites.ownership.book import owners_at, sentence
from sites.presenters.surroundings import Surroundings
from sites.viewdata.meta import DublinCore, PageMeta

# "<", ">" and "&" could end the script element or open a comment inside it.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def page_meta(page: BasePage, around: Surroundings) -> PageMeta:
    """Return the head of any page.

    One query, only for a page deeper than a section's own pages; one more in a unit that has another language.
    """
    address = around.menu.origin + around.menu.address(page.url_path)
    section = around.menu.section_above(page.path)
    published = page.first_published_at
    alternates = alternates_of(page, around)
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
        translation_url=_switch_to(page, alternates, around),
        alternates=alternates,
        json_ld=organization(around) if isinstance(page, HomePage) else "",
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


def alternates_of(page: BasePage, around: Surroundings) -> tuple[LanguageLink, ...]:
    """Return the page in each language readers may read it in, itself first; empty when there is no other.

    No query in a unit of one language, one in others.
    """
    menu = around.menu
    if len(menu.roots) < 2:
        return ()
    others = Page.objects.live().filter(translation_key=page.translation_key, alias_of=None).exclude(pk=page.pk)
    places = [(page.path, page.url_path), *others.values_list("path", "url_path")]
    found = tuple(
        LanguageLink(root.language, dict(settings.LANGUAGES)[root.language], menu.origin + menu.address(url_path))
        for path, url_path in places
        for root in menu.roots
        if path.startswith(root.tree_path) and not menu.is_private(path)
    )
    return found if len(found) > 1 else ()


def _switch_to(page: BasePage, alternates: tuple[LanguageLink, ...], around: Surroundings) -> str:
    """Return where the language switch leads: to this page in the other language, or to the page that says it has none.

    "" leads to the other language's home page: from English there is always a Vietnamese page, or nothing to keep.
    """
    menu, other = around.menu, around.frame.other_language
    if other is None:
        return ""
    if alternates:
        return alternates[1].url.removeprefix(menu.origin)
    if menu.root().language != settings.LANGUAGE_CODE:
        return ""
    return other.url + menu.address(page.url_path).removeprefix(menu.root().prefix)


def organization(around: Surroundings) -> SafeString:
    """Return the unit itself as schema.org knows it."""
    unit = around.unit
    return json_ld(
        {
            "@type": "EducationalOrganization" if around.frame.kind == "school" else "GovernmentOrganization",
            "name": around.frame.site_name,
            "legalName": unit.name,
            "url": around.menu.origin + around.frame.home_url,
            "logo": around.menu.origin + around.frame.logo_url if around.frame.logo_url else "",
            "address": unit.address,
            "telephone": unit.phone,
            "email": unit.email,
            "parentOrganization": _parent(around),
        }
    )


def _parent(around: Surroundings) -> dict[str, str] | None:
    above = around.menu.authority or around.menu.department
    if above is None:
        return None
    known = {"name": above.title, "url": above.url}
    return {"@type": "GovernmentOrganization", **{name: value for name, value in known.items() if value}}


def trail(meta: PageMeta, origin: str) -> SafeString | str:
    """Return the way to a page as schema.org's BreadcrumbList, the page itself last; "" for a page without one."""
    if not meta.breadcrumb:
        return ""
    above = [(link.title, urljoin(origin, link.url)) for link in meta.breadcrumb]
    places = [{"name": title, "item": address} for title, address in above] + [{"name": meta.title}]
    items = [{"@type": "ListItem", "position": number, **place} for number, place in enumerate(places, start=1)]
    return json_ld({"@type": "BreadcrumbList", "itemListElement": items})


def json_ld(data: dict[str, Any]) -> SafeString:
    """Return the script element of schema.org data; empty values are left out. No script runs: it is a data block."""
    filled = {"@context": "https://schema.org", **{name: value for name, value in data.items() if value}}
    text = orjson.dumps(filled).decode().translate(_ESCAPES)
    return SafeString(f'<script type="application/ld+json">{text}</script>')

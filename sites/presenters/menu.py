"""The part of a site that all its pages share and that rarely changes: sections, roots, neighbors.

Read once a generation and kept in this process; every change of the tree or of privacy raises the generation, every
change of the register its version, so a stale menu is never shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction

from core.media.models.image import UnitRendition
from sites.appearance.law import ground_for
from sites.frame import Link
from sites.models import HomePage
from sites.presenters.pictures import WEBP_SPECS
from sites.topics.book import Topic, read_topics
from tenants.units.address import address_of, address_on
from tenants.units.context import current_site
from tenants.units.generation import current_generation
from tenants.units.hosts import host_cache
from tenants.units.models import Domain, UnitSite

CACHE_SECONDS = 24 * 3600
# Sharp at the 60 pixels of the masthead, on any screen.
LOGO_SPEC = next(iter(WEBP_SPECS))


class Root(NamedTuple):
    """A home page: its language, its place in the tree, and what its addresses start with ("/" or "/en/").

    topics: of the unit's posts; the default language's home keeps them.
    """

    page_id: int
    language: str
    tree_path: str
    url_path: str
    prefix: str
    topics: tuple[Topic, ...] = ()


class Section(NamedTuple):
    """A page right below a home page. app, model: "cms_sites", "sectionpage" … key: SectionKey, "" for other pages."""

    page_id: int
    app: str
    model: str
    key: str
    title: str
    url: str
    tree_path: str
    in_menu: bool
    on_home: bool

    def ground_on(self, template: str) -> str:
        """Return the text of the law by which sites of this template show the section; "" when it may be hidden."""
        slug = self.url.rstrip("/").rpartition("/")[2]
        return ground_for(template, (self.key, self.model, slug))


@dataclass(frozen=True, slots=True)
class Look:
    """What the unit's administrator decided (sites.appearance). Names: "" for the register's. logo_url: may be "".

    section_order: keys of pages; block_order, hidden_blocks: names in sites.appearance.blocks.
    """

    logo_url: str = ""
    long_name: str = ""
    short_name: str = ""
    english_name: str = ""
    section_order: tuple[int, ...] = ()
    block_order: tuple[str, ...] = ()
    hidden_blocks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Menu:
    """roots: the default language first. private: tree paths that readers may not see. origin: "https://host".

    key: of the generation and the register's version this was read at; everything kept from them is valid for it.
    department: the portal, None on the portal itself. authority: the unit above this one.
    """

    key: str
    roots: tuple[Root, ...]
    sections: tuple[Section, ...]
    private: tuple[str, ...]
    origin: str
    department: Link | None
    authority: Link | None
    look: Look = Look()

    def root(self) -> Root:
        """Return the home page of the active language, the default one when it has none."""
        return next((root for root in self.roots if root.language == get_language()), self.roots[0])

    def sections_of(self, root: Root) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.tree_path.startswith(root.tree_path))

    def section_above(self, tree_path: str) -> Section | None:
        """Return the section that holds the page at this place, or is it."""
        return next((section for section in self.sections if tree_path.startswith(section.tree_path)), None)

    def is_private(self, tree_path: str) -> bool:
        """Return whether the page at this place is private or lies below a private one."""
        return any(tree_path.startswith(private) for private in self.private)

    def find(self, *, key: str = "", model: str = "") -> Section | None:
        """Return the active language's section with this key or of this model."""
        sections = self.sections_of(self.root())
        return next((one for one in sections if (one.key == key if key else one.model == model)), None)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The unit's topics in their order."""
        return self.roots[0].topics

    def topic(self, slug: str) -> Topic | None:
        return next((topic for topic in self.topics if topic.slug == slug), None)

    def address(self, url_path: str) -> str:
        """Return the path readers use for a page's `url_path`, without a query."""
        root = next((root for root in self.roots if url_path.startswith(root.url_path)), self.roots[0])
        return root.prefix + url_path.removeprefix(root.url_path)


def current_menu() -> Menu:
    """Return the active unit's menu. One query when it is known, seven when it must be read."""
    key = f"{current_generation()}.{host_cache.version}"
    menu: Menu | None = caches["local"].get(f"menu:{key}")
    if menu is None:
        menu = _read_menu(current_site(), key)
        caches["local"].set(f"menu:{key}", menu, CACHE_SECONDS)
    return menu


def _read_menu(site: UnitSite, key: str) -> Menu:
    roots, look = _roots_and_look()
    template = site.unit.kind.site_template
    return Menu(
        key=key,
        roots=roots,
        sections=tuple(section for root in roots for section in arranged(_sections(root, template), look)),
        private=tuple(PageViewRestriction.objects.values_list("page__path", flat=True)),
        origin=address_of(site, ""),
        department=None if site.is_portal else _department(),
        authority=_authority(site),
        look=look,
    )


def arranged(sections: Iterable[Section], look: Look) -> list[Section]:
    """Return the sections in the order the unit chose; those it has not placed follow in the order of the tree."""
    place = {page_id: number for number, page_id in enumerate(look.section_order)}
    return sorted(sections, key=lambda section: place.get(section.page_id, len(place)))


def _roots_and_look() -> tuple[tuple[Root, ...], Look]:
    """Return the home pages, the default language's first, and the look that one keeps. One query."""
    small = UnitRendition.objects.filter(image=OuterRef("logo_id"), filter_spec=LOGO_SPEC).values("file")[:1]
    homes = (
        HomePage.objects.live()
        .order_by("path")
        .annotate(logo_file=Coalesce(Subquery(small), "logo__file", output_field=CharField()))
        .values_list(
            "pk", "locale__language_code", "path", "url_path", "topics",
            "logo__is_public", "logo_file", "long_name", "short_name", "english_name",
            "section_order", "block_order", "hidden_blocks",
        )
    )  # fmt: skip
    rows = sorted(homes, key=lambda row: row[1] != settings.LANGUAGE_CODE)
    roots = tuple(
        Root(pk, language, path, url_path, _prefix(language), read_topics(topics))
        for pk, language, path, url_path, topics, *_look in rows
    )
    is_public, logo, long_name, short_name, english_name, sections, blocks, hidden = rows[0][5:]
    logo_url = default_storage.url(logo) if logo and is_public else ""
    look = Look(logo_url, long_name, short_name, english_name, tuple(sections), tuple(blocks), frozenset(hidden))
    return roots, look


def _prefix(language: str) -> str:
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def _sections(root: Root, template: str) -> list[Section]:
    pages = (
        Page.objects.live()
        .filter(path__startswith=root.tree_path, depth=len(root.tree_path) // Page.steplen + 1)
        .order_by("path")
        .values_list(
            "pk", "content_type__app_label", "content_type__model", "title", "url_path", "path", "show_in_menus",
            "sectionpage__key", "sectionpage__show_on_home",
        )
    )  # fmt: skip
    sections = [
        Section(
            page_id=pk,
            app=app,
            model=model,
            key=key or "",
            title=title,
            url=root.prefix + url_path.removeprefix(root.url_path),
            tree_path=path,
            in_menu=in_menu,
            on_home=bool(on_home),
        )
        for pk, app, model, title, url_path, path, in_menu, key, on_home in pages
    ]
    return [section._replace(in_menu=section.in_menu or bool(section.ground_on(template))) for section in sections]


def primary_host() -> Subquery:
    """Return the host of a unit's site, null without one, for annotating units."""
    hosts = Domain.objects.filter(tenant__unit=OuterRef("pk"), is_primary=True)
    return Subquery(hosts.values("domain")[:1])


def _department() -> Link | None:
    found = (
        Domain.objects.filter(tenant__is_portal=True, is_primary=True)
        .values_list("tenant__unit__name", "domain")
        .first()
    )
    return Link(found[0], address_on(found[1])) if found else None


def _authority(site: UnitSite) -> Link | None:
    above = site.unit.administrative_parent
    if above is None:
        return None
    host = Domain.objects.filter(tenant__unit=above, is_primary=True).values_list("domain", flat=True).first()
    return Link(above.name, address_on(host) if host else "")

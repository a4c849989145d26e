"""Sitemaps: an index on each host, parts of at most 50,000 addresses, and on the portal the other units' own."""

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from sites.directory.listing import unit_address
from sites.presenters.menu import Menu
from sites.presenters.stories import without_private
from sites.presenters.surroundings import Surroundings, surroundings_of
from tenants.units.address import address_on
from tenants.units.models import Domain, Unit

PAGES, UNITS = "trang", "don-vi"
MOST_ADDRESSES = 50_000  # the protocol's limit, for the addresses of a part and for the parts of an index
XML = "application/xml"


class IndexItem(NamedTuple):
    """One part of an index; the names are those of Django's template."""

    location: str
    last_mod: datetime | None = None


class PagesMap(Sitemap[Any]):
    """The pages readers may see. Copies of other units' posts are left to the unit: that address is the one to keep."""

    limit = MOST_ADDRESSES

    def __init__(self, menu: Menu) -> None:
        self.menu = menu

    def items(self) -> Any:
        return self._pages().order_by("path").values_list("url_path", "last_published_at")

    def location(self, item: Any) -> str:
        return self.menu.address(item[0])

    def lastmod(self, item: Any) -> datetime | None:
        changed_at: datetime | None = item[1]
        return changed_at

    def get_latest_lastmod(self) -> datetime | None:
        """Ask the database; Django's own walks through all items."""
        latest: datetime | None = self._pages().aggregate(latest=Max("last_published_at"))["latest"]
        return latest

    def _pages(self) -> QuerySet[Page]:
        homes = [root.tree_path for root in self.menu.roots]
        pages = Page.objects.live().filter(alias_of=None, depth__gte=len(homes[0]) // Page.steplen)
        return without_private(pages.exclude(content_type__model="republishedpage"), self.menu)


class UnitsMap(Sitemap[str]):
    """The portal's page of each listed unit."""

    limit = MOST_ADDRESSES

    def items(self) -> Any:
        return Unit.objects.listed().order_by("pk").values_list("slug", flat=True)

    def location(self, item: str) -> str:
        return unit_address(item)

    def get_latest_lastmod(self) -> None:
        return None


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Answer the host's parts; the portal adds the first part of every other unit. Four queries, on the portal six."""
    around = surroundings_of(request)
    parts = [
        IndexItem(f"{around.menu.origin}/sitemap-{name}.xml{f'?p={page}' if page > 1 else ''}", changed_at)
        for name, made in _maps(around).items()
        for changed_at in [made.get_latest_lastmod()]
        for page in made.paginator.page_range
    ]
    if around.site.is_portal:
        parts += _of_units()
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": parts[:MOST_ADDRESSES]}, content_type=XML)


@require_safe
def sitemap_part(request: HttpRequest, section: str) -> HttpResponse:
    """Answer one part, `?p=2` its second 50,000."""
    maps = _maps(surroundings_of(request))
    if section not in maps:
        raise Http404
    return sitemap(request, {section: maps[section]}, section=section)


def _maps(around: Surroundings) -> dict[str, Sitemap[Any]]:
    pages: dict[str, Sitemap[Any]] = {PAGES: PagesMap(around.menu)}
    return pages | {UNITS: UnitsMap()} if around.site.is_portal else pages


def _of_units() -> list[IndexItem]:
    hosts = Domain.objects.filter(is_primary=True, tenant__is_portal=False, tenant__unit__in=Unit.objects.listed())
    return [
        IndexItem(address_on(host, f"/sitemap-{PAGES}.xml"))
        for host in hosts.order_by("domain").values_list("domain", flat=True)
    ]

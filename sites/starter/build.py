"""The site of a new unit: home page, sections of its kind, Wagtail's site row."""

from datetime import datetime

from django.conf import settings
from wagtail.models import Locale, Page, Site

from sites.models import BasePage, HomePage
from sites.ownership.start import start_owners
from sites.starter.digest import digest_of
from sites.starter.plans import Planned, plan_of
from sites.starter.plant import new_page, plant
from tenants.units.models import StarterState, UnitSite


def build_site(*, site: UnitSite, at: datetime) -> HomePage:
    """Fill the active schema for `site`. Runs inside the provisioning transaction."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    root = Page.objects.get(depth=1)
    home = HomePage(
        title=site.unit.name, slug="trang-chu", locale=locale, live=True, first_published_at=at, last_published_at=at
    )
    root.add_child(instance=home)
    host = site.domains.get(is_primary=True).domain
    Site.objects.create(
        hostname=host, port=settings.PUBLIC_PORT, root_page=home, is_default_site=True, site_name=site.unit.name
    )
    pages = plant(home, list(plan_of(site.unit.kind)), at=at)
    if site.is_portal:
        start_owners({key.rpartition("/")[2]: page.pk for key, page in pages.items()})
    digest = digest_of(site.unit.kind)
    StarterState.objects.create(site=site, digest=digest, pages=[key for key in pages if key], at=at)
    return home


def add_planned(parent: BasePage, planned: Planned, *, at: datetime, slug: str | None = None) -> BasePage:
    """Put a planned page below `parent`, which has pages already. About 25 queries.

    slug: another address than planned; "" for one of its own.
    """
    page = new_page(planned, below=parent, at=at)
    if slug is not None:
        page.slug = slug
    parent.add_child(instance=page)
    return page

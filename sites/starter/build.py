"""The site of a new unit: home page, sections of its kind, Wagtail's site row."""

from datetime import datetime

from django.conf import settings
from wagtail.models import Locale, Page, Site

from sites.models import BasePage, HomePage
from sites.ownership.start import start_owners
from sites.starter.plans import PLANS, Planned
from tenants.units.models import UnitSite


def build_site(*, site: UnitSite, at: datetime) -> HomePage:
    """Fill the active schema for `site`. Runs inside the provisioning transaction; about 25 queries a section."""
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
    for planned in PLANS[site.unit.kind.site_template]:
        if not planned.kinds or site.unit.kind_id in planned.kinds:
            _add(home, planned, locale=locale, at=at)
    if site.is_portal:
        start_owners(home)
    return home


def _add(parent: BasePage, planned: Planned, *, locale: Locale, at: datetime) -> None:
    page = planned.page_class(
        title=planned.title,
        slug=planned.slug,
        summary=planned.summary,
        show_in_menus=True,
        locale=locale,
        first_published_at=at,
        last_published_at=at,
        **planned.fields,
    )
    parent.add_child(instance=page)
    for below in planned.children:
        _add(page, below, locale=locale, at=at)

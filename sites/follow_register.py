"""What a site itself keeps of the register: its name in Wagtail's site row and on the home page, its host."""

from wagtail.models import Site

from sites.models import HomePage
from tenants.units.context import use_site
from tenants.units.generation import raise_generation
from tenants.units.models import Unit, UnitSite


def follow_name(*, unit: Unit, old_name: str) -> None:
    """Give the site its unit's new name, unless an editor had called the home page otherwise."""
    site = _site(unit)
    if site is None:
        return
    with use_site(site):
        Site.objects.update(site_name=unit.name)
        for home in HomePage.objects.all():
            _rename_drafts(home, old_name=old_name, name=unit.name)
        HomePage.objects.filter(title=old_name).update(title=unit.name)
        HomePage.objects.filter(draft_title=old_name).update(draft_title=unit.name)
        raise_generation()


def _rename_drafts(home: HomePage, *, old_name: str, name: str) -> None:
    """Rename in what is live and in what may still be published; older revisions stay as history."""
    revisions = home.revisions.filter(pk__gte=home.live_revision_id or 0, content__title=old_name)
    for revision in revisions:
        revision.content |= {"title": name, "draft_title": name}
        revision.save(update_fields=["content"])


def follow_host(*, unit: Unit, host: str) -> None:
    """Make Wagtail's addresses of the site lead to its new host."""
    site = _site(unit)
    if site is None:
        return
    with use_site(site):
        Site.objects.filter(is_default_site=True).update(hostname=host)
        Site.clear_site_root_paths_cache()
        raise_generation()


def _site(unit: Unit) -> UnitSite | None:
    return UnitSite.objects.select_related("unit__kind", "unit__commune").filter(unit=unit).first()

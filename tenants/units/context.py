"""Which unit code runs in. Outside a unit, code raises rather than guesses; a crossing is greppable: `every_unit(`."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.urls import get_urlconf, set_urlconf
from django_tenants.utils import schema_context, tenant_context
from wagtail.log_actions import LogContext

from core.schema import PUBLIC, active_schema, active_tenant
from tenants.units.models import Unit, UnitSite


class NoUnitError(RuntimeError):
    """Code that belongs to a unit ran on the public schema."""


def current_site() -> UnitSite:
    """Return the active unit's site. Raise NoUnitError on the public schema."""
    site = active_tenant()
    if not isinstance(site, UnitSite):
        raise NoUnitError(f"no unit is active (schema {active_schema()!r})")
    return site


def current_unit() -> Unit:
    """Return the active unit (no query when the host cache supplied it)."""
    return current_site().unit


@contextmanager
def use_site(site: UnitSite) -> Iterator[UnitSite]:
    """Run a block inside `site`. Evaluate querysets before leaving: a lazy one would read the schema it wakes in.

    Wagtail's log context stays behind: the account that acts in one unit is nobody in the next, or somebody else whose
    account happens to have the same key. So do the console's addresses, which know no pages.
    """
    urlconf = get_urlconf()
    set_urlconf(settings.ROOT_URLCONF)
    try:
        with tenant_context(site), LogContext(user=None):
            yield site
    finally:
        set_urlconf(urlconf)


@contextmanager
def use_schema(schema_name: str) -> Iterator[UnitSite | None]:
    """Run a block inside the schema a task was stamped with; `public` gives None."""
    if schema_name == PUBLIC:
        with schema_context(PUBLIC):
            yield None
        return
    site = UnitSite.objects.select_related("unit__kind", "unit__commune").get(schema_name=schema_name)
    with tenant_context(site):
        yield site


def every_unit(*, reason: str) -> Iterator[UnitSite]:
    """Enter each site in turn, oldest first. `reason` is for the reader of the code: a crossing must say why."""
    for site in list(UnitSite.objects.select_related("unit__kind", "unit__commune").order_by("pk")):
        with use_site(site):
            yield site

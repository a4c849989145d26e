"""One number a unit, raised with every change that readers can see: what caches of its pages compare."""

from django.db.models import F

from tenants.units.context import current_site
from tenants.units.models import UnitSite


def current_generation() -> int:
    """Return the active unit's generation. One query by primary key."""
    return UnitSite.objects.values_list("generation", flat=True).get(pk=current_site().pk)


def raise_generation() -> None:
    """Make every cached page and frame of the active unit stale in all processes, from the moment of the commit."""
    UnitSite.objects.filter(pk=current_site().pk).update(generation=F("generation") + 1)

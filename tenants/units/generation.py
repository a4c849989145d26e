"""One number a unit, raised with every change that readers can see: what caches of its pages compare."""

from django.db import transaction
from django.db.models import F

from tenants.units.context import current_site
from tenants.units.models import UnitSite
from tenants.units.pulse import pulses


def current_generation() -> int:
    """Return the active unit's generation. One query by primary key."""
    return UnitSite.objects.values_list("generation", flat=True).get(pk=current_site().pk)


def raise_generation() -> None:
    """Make every cached page and frame of the active unit stale in all processes, from the moment of the commit.

    Call inside the transaction of the change, so that neither can be without the other.
    """
    UnitSite.objects.filter(pk=current_site().pk).update(generation=F("generation") + 1)
    pulses.forget()
    transaction.on_commit(pulses.forget)

"""The units of the network as the register knows them; kept in this process until the register changes."""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.cache import caches
from django.db.models import Count, Q

from sites.presenters.menu import CACHE_SECONDS
from tenants.units.hosts import host_cache
from tenants.units.models import Commune, Unit
from tenants.units.models.kind import Tier


class CommuneUnits(NamedTuple):
    """A commune and how many schools and offices of the network lie in it."""

    code: str
    name: str
    units: int


@dataclass(frozen=True, slots=True)
class Network:
    """communes: all of them in Vietnamese order, those without a unit too."""

    schools: int
    offices: int
    communes: tuple[CommuneUnits, ...]


def current_network() -> Network:
    """Return the network's outline. Two queries the first time after a change of the register."""
    key = f"network:{host_cache.version}"
    network: Network | None = caches["local"].get(key)
    if network is None:
        listed = Q(units__in=Unit.objects.listed())
        communes = Commune.objects.annotate(found=Count("units", filter=listed)).order_by("sort_key")
        tiers = dict(Unit.objects.listed().order_by().values_list("kind__tier").annotate(Count("pk")))
        network = Network(
            schools=tiers.get(Tier.SCHOOL, 0),
            offices=tiers.get(Tier.COMMUNE, 0) + tiers.get(Tier.DISTRICT, 0),
            communes=tuple(CommuneUnits(*row) for row in communes.values_list("code", "full_name", "found")),
        )
        caches["local"].set(key, network, CACHE_SECONDS)
    return network

"""Whose published things a query may answer with. No query can be built without one (search.request)."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class UnitScope:
    """The things of one unit: what "Trang này" means on its site."""

    unit_uuid: UUID


@dataclass(frozen=True, slots=True)
class NetworkScope:
    """The published things of every unit whose status lets readers find it."""


Scope = UnitScope | NetworkScope

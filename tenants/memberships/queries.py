"""Who serves where, read from `public`: no unit's schema is opened."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from core.schema import active_tenant
from tenants.units.address import address_on
from tenants.units.models import Domain, Membership, Unit
from tenants.units.models.membership import Role


@dataclass(frozen=True, slots=True)
class Served:
    """A site on which a person has open roles. url: its admin. is_here: it is the active unit's."""

    unit_name: str
    roles: tuple[str, ...]
    url: str
    is_here: bool


def sites_of_person(*, identity_uuid: UUID) -> list[Served]:
    """Return the sites on which the person may log in today, in the order of the register. Two queries."""
    roles: dict[int, list[str]] = {}
    names: dict[int, str] = {}
    open_rows = open_memberships().filter(identity__uuid=identity_uuid).order_by("unit__sort_key", "role")
    for row in open_rows.select_related("unit"):
        if row.unit.effect.may_log_in:
            roles.setdefault(row.unit_id, []).append(row.get_role_display())
            names[row.unit_id] = row.unit.name
    hosts = dict(
        Domain.objects.filter(tenant__unit__in=names, is_primary=True).values_list("tenant__unit_id", "domain")
    )
    here = getattr(active_tenant(), "unit_id", None)
    return [
        Served(unit_name=names[pk], roles=tuple(roles[pk]), url=address_on(hosts[pk], "/quan-tri/"), is_here=pk == here)
        for pk in names
        if pk in hosts
    ]


def open_memberships() -> QuerySet[Membership]:
    """Memberships in force today."""
    return Membership.objects.filter(ended_at=None)


def managers_of(unit: Unit) -> QuerySet[Membership]:
    """Open memberships of the people who look after the unit's accounts."""
    return open_memberships().filter(unit=unit, role__in=MANAGING_ROLES, identity__is_locked=False)


# Who invites, ends roles and is told of lost accounts. The board's head does so on the portal.
MANAGING_ROLES = frozenset({Role.ADMINISTRATOR, Role.APPROVER, Role.BOARD_HEAD})

"""Who may look after the people of a unit, and how far."""

from dataclasses import dataclass

from core.identity.models import Identity, Trace, TraceVerb
from tenants.memberships.queries import MANAGING_ROLES, open_memberships
from tenants.units.models import Role, Unit
from tenants.units.models.kind import SiteTemplate
from tenants.units.models.membership import PORTAL_ROLES

UNIT_ROLES = frozenset(Role) - PORTAL_ROLES


@dataclass(frozen=True, slots=True)
class Manager:
    """Somebody who acts on the people of `unit`. roles: the own open ones there; an operator needs none."""

    identity: Identity
    unit: Unit
    roles: frozenset[str]
    is_operator: bool = False

    @property
    def may_manage(self) -> bool:
        """May see the people of the unit, invite, grant and end roles."""
        return self.is_operator or bool(self.roles & MANAGING_ROLES)

    @property
    def grantable(self) -> frozenset[Role]:
        """Roles this person may give and take here: never a portal role in another unit.

        Only the board's head and operators make somebody the board's head.
        """
        if not self.may_manage:
            return frozenset()
        roles = roles_of(self.unit)
        is_above_the_board = self.is_operator or Role.BOARD_HEAD in self.roles
        return roles if is_above_the_board else roles - {Role.BOARD_HEAD}

    def may_change(self, person: Identity) -> bool:
        """May give and take roles of `person`: nobody decides on the own ones."""
        return self.may_manage and person.pk != self.identity.pk

    def may_lock(self, person: Identity) -> bool:
        """May shut `person` out of the whole network.

        A unit may do it only to people who work nowhere else: otherwise inviting somebody would be a way to lock them.
        """
        if self.is_operator:
            return person.pk != self.identity.pk
        works_elsewhere = open_memberships().filter(identity=person).exclude(unit=self.unit).exists()
        return self.may_change(person) and not works_elsewhere and not person.is_operator

    def may_unlock(self, person: Identity) -> bool:
        """May let `person` in again; what an operator locked only an operator unlocks."""
        if self.is_operator:
            return True
        lock = Trace.objects.filter(identity=person, verb=TraceVerb.LOCKED).select_related("by").first()
        by_the_network = lock is not None and (lock.by is None or lock.by.is_operator)
        return self.may_lock(person) and not by_the_network


def roles_of(unit: Unit) -> frozenset[Role]:
    """Return the roles that exist in a unit: the portal has some of its own."""
    return frozenset(Role) if unit.kind.site_template == SiteTemplate.PORTAL else UNIT_ROLES


def manager_in(unit: Unit, identity: Identity) -> Manager:
    """Return what the person may do to the people of `unit` by the own roles there. One query."""
    roles = open_memberships().filter(identity=identity, unit=unit).values_list("role", flat=True)
    return Manager(identity=identity, unit=unit, roles=frozenset(roles))

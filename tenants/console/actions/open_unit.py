from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from core.identity.models import Identity
from tenants.memberships.actions.invite import invite_person
from tenants.memberships.permissions import Manager
from tenants.units.actions.make_unit_site import make_unit, make_unit_site
from tenants.units.actions.register_unit import UnitFacts
from tenants.units.models import Role, Unit
from tenants.units.statuses import UnitStatus


@dataclass(frozen=True, slots=True)
class SiteWish:
    """host: "" for a unit without a site. admin_email, admin_name: "" when nobody is invited."""

    host: str = ""
    palette: str = ""
    motto: str = ""
    admin_email: str = ""
    admin_name: str = ""


@transaction.atomic
def open_unit(
    *, facts: UnitFacts, wish: SiteWish, status: UnitStatus, request_id: UUID, operator: Identity, at: datetime
) -> Unit:
    """Enter a unit, make its site and invite its first administrator, all or nothing; once for one request_id.

    Raise UnitTakenError, ProvisionError, MembershipError or IdentityError with a sentence for the operator.
    """
    if made := Unit.objects.filter(uuid=request_id).first():
        return made
    unit = make_unit(facts=facts, request_id=request_id, by=operator, at=at, status=status)
    if not wish.host or hasattr(unit, "site"):  # the second of two requests at once finds the first one's work
        return unit
    make_unit_site(
        unit=unit,
        host=wish.host,
        request_id=request_id,
        by=operator,
        at=at,
        palette=wish.palette,
        motto=wish.motto,
    )
    if wish.admin_email:
        manager = Manager(identity=operator, unit=unit, roles=frozenset(), is_operator=True)
        roles = [Role.ADMINISTRATOR]
        invite_person(manager=manager, email=wish.admin_email, full_name=wish.admin_name, roles=roles, at=at)
    return unit

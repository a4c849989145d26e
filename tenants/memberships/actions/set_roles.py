from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.models import Identity, TraceVerb
from core.identity.trace import leave_trace
from tenants.memberships.actions.follow_identity import follow_in_unit_of
from tenants.memberships.permissions import Manager
from tenants.memberships.queries import managers_of, open_memberships
from tenants.memberships.refusal import MembershipError
from tenants.units.models import Membership, Role, Unit


@transaction.atomic
def set_roles(
    *, manager: Manager, identity: Identity, roles: Collection[Role], at: datetime, room: Unit | None = None
) -> None:
    """Make `roles` the person's open roles in the manager's unit; the local account follows at once.

    Roles outside `manager.grantable` are neither given nor taken. room: the room of the Sở a board member speaks for.
    Ended roles stay as rows with their end. Raise MembershipError for the own roles, for a role that does not exist
    here or may not be given, for a new board member without a room, and when nobody would be left to manage the unit.
    """
    unit = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("kind").get(pk=manager.unit.pk)
    _refuse(manager, identity, roles, room)
    open_here = open_memberships().filter(identity=identity, unit=unit).select_related("identity", "room")
    present = {row.role: row for row in open_here}
    for role in manager.grantable:
        if role in roles and role not in present:
            _grant(manager, identity, role, room=room, at=at)
        elif role in present and role not in roles:
            _end(manager, present[role], at=at)
        elif role == Role.BOARD_MEMBER and role in present and room not in {None, present[role].room}:
            _end(manager, present[role], at=at)
            _grant(manager, identity, role, room=room, at=at)
    if not manager.is_operator and not managers_of(unit).exists():
        raise MembershipError(
            _("Đơn vị phải còn ít nhất một người duyệt hoặc quản trị. Hãy giao vai trò đó cho người khác trước.")
        )
    follow_in_unit_of(identity=identity, unit=unit)


def _refuse(manager: Manager, identity: Identity, roles: Collection[Role], room: Unit | None) -> None:
    if not manager.may_change(identity):
        raise MembershipError(_("Bạn không thể đổi vai trò của chính mình. Hãy nhờ một người quản trị khác."))
    held = set(open_memberships().filter(identity=identity, unit=manager.unit).values_list("role", flat=True))
    if beyond := [role for role in roles if role not in manager.grantable and role not in held]:
        names = ", ".join(sorted(str(role.label) for role in beyond))
        raise MembershipError(_("Bạn không được giao vai trò %(roles)s ở đơn vị này.") % {"roles": names})
    if Role.BOARD_MEMBER in roles and Role.BOARD_MEMBER not in held and room is None:
        raise MembershipError(_("Thành viên Ban Biên tập phải thuộc một phòng của Sở. Hãy chọn phòng."))


def _grant(manager: Manager, identity: Identity, role: Role, *, room: Unit | None, at: datetime) -> None:
    own_room = room if role == Role.BOARD_MEMBER else None
    Membership.objects.create(identity=identity, unit=manager.unit, role=role, room=own_room)
    _trace(manager, identity, role, verb=TraceVerb.ROLE_GRANTED, at=at)


def _end(manager: Manager, row: Membership, *, at: datetime) -> None:
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    _trace(manager, row.identity, Role(row.role), verb=TraceVerb.ROLE_ENDED, at=at)


def _trace(manager: Manager, identity: Identity, role: Role, *, verb: TraceVerb, at: datetime) -> None:
    about = f"{role.label}, {manager.unit.name}"
    leave_trace(identity=identity, verb=verb, at=at, by=manager.identity, unit_uuid=manager.unit.uuid, about=about)

"""Who is asking: the open roles in the active unit, read from the memberships and not from the local groups."""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest

from core.accounts.models import User
from tenants.units.context import current_site, current_unit
from tenants.units.models import Membership, Role

SENDING_ROLES = frozenset({Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR})
DESK_ROLES = frozenset({Role.DESK, Role.BOARD_HEAD})
DESK_READERS = DESK_ROLES | {Role.OFFICE}


@dataclass(frozen=True, slots=True)
class Staff:
    """identity_pk: None without an open role here. rooms: keys of the rooms a board member approves for."""

    identity_pk: int | None = None
    roles: frozenset[str] = frozenset()
    rooms: frozenset[int] = frozenset()
    is_portal: bool = False

    @property
    def may_send(self) -> bool:
        """May hand a live post to the Sở; the Sở has nobody above it to send to."""
        return not self.is_portal and bool(self.roles & SENDING_ROLES)

    @property
    def works_the_desk(self) -> bool:
        """May claim, publish, return, refuse and take down what units sent."""
        return self.is_portal and bool(self.roles & DESK_ROLES)

    @property
    def reads_the_desk(self) -> bool:
        """May read the whole queue and export it."""
        return self.is_portal and bool(self.roles & DESK_READERS)

    @property
    def sits_on_the_board(self) -> bool:
        """May read and decide what was routed to the own room."""
        return self.is_portal and Role.BOARD_MEMBER in self.roles


def account_of(request: HttpRequest) -> User:
    """Return the local account behind a request that Wagtail has let into the admin."""
    return cast(User, request.user)


def staff_of(request: HttpRequest) -> Staff:
    """Return the asking person's roles in the active unit. One query a request."""
    known: Staff | None = getattr(request, "staff", None)
    if known is None:
        known = _look_up(request)
        request.staff = known  # type: ignore[attr-defined]
    return known


def _look_up(request: HttpRequest) -> Staff:
    uuid = account_of(request).identity_uuid
    rows = list(
        Membership.objects.filter(identity__uuid=uuid, unit=current_unit(), ended_at=None).values_list(
            "identity_id", "role", "room_id"
        )
    )
    return Staff(
        identity_pk=rows[0][0] if rows else None,
        roles=frozenset(role for _, role, _ in rows),
        rooms=frozenset(room for _, role, room in rows if room and role == Role.BOARD_MEMBER),
        is_portal=current_site().is_portal,
    )

"""The people of one unit as a list needs them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from core.accounts.models import User
from core.identity.models import Identity, Trace, TraceVerb
from core.text.sort_key import sort_key
from tenants.memberships.queries import open_memberships
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite

# What a unit may read about a person besides what happened in the unit itself.
_OPEN_VERBS = (
    TraceVerb.LOCKED,
    TraceVerb.UNLOCKED,
    TraceVerb.LOST_REPORTED,
    TraceVerb.LOST_CLEARED,
    TraceVerb.PASSWORD_SET,
    TraceVerb.PASSWORD_CHANGED,
)


@dataclass(slots=True)
class Person:
    """One person of a unit. roles: labels, a board member's with the room. last_login: in this unit."""

    identity: Identity
    roles: list[str] = field(default_factory=list)
    last_login: datetime | None = None

    @property
    def standing(self) -> tuple[str, str]:
        """Return (tone, words): what must be known about the account first."""
        if self.identity.is_locked:
            return "bad", _("Đang khóa")
        if self.identity.lost_reported_at:
            return "warn", _("Có báo mất")
        if not self.identity.has_password:
            return "neutral", _("Chưa đặt mật khẩu")
        return "ok", _("Đang dùng")


def people_of(unit: Unit) -> list[Person]:
    """Return the people with open roles in `unit`, by given name as Vietnamese lists are. Three queries."""
    people: dict[int, Person] = {}
    for row in open_memberships().filter(unit=unit).select_related("identity", "room"):
        person = people.setdefault(row.identity_id, Person(row.identity))
        role = row.get_role_display()
        person.roles.append(f"{role} ({row.room.name})" if row.room else role)
    site = UnitSite.objects.filter(unit=unit).first()
    if site is not None:
        with use_site(site):
            logins = dict(User.objects.values_list("identity_uuid", "last_login"))
        for person in people.values():
            person.last_login = logins.get(person.identity.uuid)
    return sorted(people.values(), key=lambda person: name_order(person.identity.full_name))


def name_order(full_name: str) -> tuple[str, str]:
    """Return the key that orders people by given name, then by the rest: "Nguyễn Thị Lan" under L."""
    return sort_key(full_name.rpartition(" ")[2]), sort_key(full_name)


def traces_in(unit: Unit, identity: Identity, *, most: int = 30) -> list[Trace]:
    """Return what the unit may read of the person's trace, newest first: its own doings and what befell all."""
    rows = Trace.objects.filter(identity=identity).select_related("by")
    own = rows.filter(unit_uuid=unit.uuid)
    general = rows.filter(unit_uuid=None, verb__in=_OPEN_VERBS)
    return list((own | general)[:most])

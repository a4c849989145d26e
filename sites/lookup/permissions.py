"""Who keeps exams: roles with the permission; of the board's members those whose room owns the section."""

from django.utils import timezone
from wagtail.permission_policies import ModelPermissionPolicy

from core.accounts.models import User
from sites.lookup.models import Exam, LookupPage
from sites.ownership.models import SectionOwner
from sites.roles import GRANTS
from tenants.units.context import current_unit
from tenants.units.models import Membership, Role


class ExamPermissionPolicy(ModelPermissionPolicy):
    """Model permissions as sites.roles grants them, narrowed for members of the Editorial Board (QC Đ9.1, Đ10.2)."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return super().user_has_permission(user, action) and _keeps_section(user)


# Roles that keep exams whatever room they belong to.
_KEEPERS = frozenset(role for role, grant in GRANTS.items() if "cms_lookup.change_exam" in grant.lists) - {
    Role.BOARD_MEMBER
}

exam_policy = ExamPermissionPolicy(Exam)


def may_keep(user: User) -> bool:
    """Return whether the person may load and delete results."""
    return bool(exam_policy.user_has_permission(user, "change"))


def _keeps_section(user: User) -> bool:
    """Two queries for a member of the board, one for others; asked once a request."""
    known: bool | None = getattr(user, "_keeps_lookup", None)
    if known is None:
        known = user._keeps_lookup = _look_up(user)  # type: ignore[attr-defined]
    return known


def _look_up(user: User) -> bool:
    rows = list(
        Membership.objects.filter(identity__uuid=user.identity_uuid, unit=current_unit(), ended_at=None).values_list(
            "role", "room__uuid"
        )
    )
    if any(role in _KEEPERS for role, _room in rows):
        return True
    rooms = {room for role, room in rows if room and role == Role.BOARD_MEMBER}
    today = timezone.localdate()
    owned = SectionOwner.objects.filter(
        page__in=LookupPage.objects.values("page_ptr"), unit_uuid__in=rooms, valid_from__lte=today
    )
    return any(owner.valid_until is None or today <= owner.valid_until for owner in owned)

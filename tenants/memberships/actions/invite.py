from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core.identity.actions.change_name import tidy_name
from core.identity.models import Identity, TraceVerb, normal_email
from core.identity.queries import identity_of_email
from core.identity.trace import leave_trace
from tenants.memberships.actions.set_roles import set_roles
from tenants.memberships.permissions import Manager
from tenants.memberships.queries import open_memberships
from tenants.memberships.refusal import MembershipError
from tenants.memberships.tasks import mail_invitation, mail_reset
from tenants.units.context import use_site
from tenants.units.models import Role, Unit, UnitSite


@transaction.atomic
def invite_person(
    *,
    manager: Manager,
    email: str,
    full_name: str,
    roles: Collection[Role],
    at: datetime,
    room: Unit | None = None,
) -> Identity:
    """Give somebody roles in the manager's unit and mail how to begin; return the identity, made when it is new.

    A known address keeps its name and password, and the mail then holds no link. The inviter is not told which it was.
    Roles the person has here already stay. Raise MembershipError (see set_roles) or IdentityError for an empty name.
    """
    site = UnitSite.objects.select_related("unit__kind", "unit__commune").filter(unit=manager.unit).first()
    if site is None or not site.unit.effect.may_log_in:
        raise MembershipError(_("Đơn vị này chưa có trang hoặc đang nghỉ nên chưa mời được ai."))
    if not roles:
        raise MembershipError(_("Chưa chọn vai trò nào. Hãy chọn ít nhất một vai trò."))
    identity = _identity(normal_email(email), tidy_name(full_name))
    leave_trace(
        identity=identity,
        verb=TraceVerb.INVITED,
        at=at,
        by=manager.identity,
        unit_uuid=manager.unit.uuid,
        about=manager.unit.name,
    )
    held = {
        Role(role)
        for role in open_memberships().filter(identity=identity, unit=site.unit).values_list("role", flat=True)
    }
    set_roles(manager=manager, identity=identity, roles={*roles, *held}, room=room, at=at)
    with use_site(site):
        mail_invitation.enqueue(identity_pk=identity.pk, roles=[str(role.label) for role in Role if role in roles])
    return identity


@transaction.atomic
def invite_again(*, manager: Manager, identity: Identity) -> None:
    """Mail another link: the invitation to somebody who has no password yet, a reset to somebody who has one."""
    held = open_memberships().filter(identity=identity, unit=manager.unit).values_list("role", flat=True)
    site = UnitSite.objects.select_related("unit__kind", "unit__commune").get(unit=manager.unit)
    with use_site(site):
        if identity.has_password:
            mail_reset.enqueue(email=identity.email)
        else:
            mail_invitation.enqueue(
                identity_pk=identity.pk, roles=[str(role.label) for role in Role if role in set(held)]
            )


def _identity(email: str, full_name: str) -> Identity:
    known = identity_of_email(email)
    if known is not None:
        return known
    identity = Identity(email=email, full_name=full_name)
    identity.set_password(None)
    try:
        with transaction.atomic():
            identity.save()
    except IntegrityError:  # invited by another unit in the same moment
        return Identity.objects.get(email=email)
    return identity

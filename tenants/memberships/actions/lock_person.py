from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.actions.lock import lock_identity, unlock_identity
from core.identity.actions.report_lost import clear_lost
from core.identity.models import Identity
from tenants.memberships.permissions import Manager
from tenants.memberships.refusal import MembershipError


@transaction.atomic
def lock_person(*, manager: Manager, identity: Identity, reason: str, at: datetime) -> None:
    """Shut the person out everywhere; all sessions end with the commit. Raise MembershipError when a unit may not."""
    if not manager.may_lock(identity):
        raise MembershipError(
            _(
                "%(name)s còn làm việc ở đơn vị khác nên chỉ người vận hành mạng lưới khóa được tài khoản. "
                "Bạn có thể cho thôi vai trò ở đơn vị này."
            )
            % {"name": identity.full_name}
        )
    lock_identity(identity_pk=identity.pk, by=manager.identity, reason=reason, at=at)


@transaction.atomic
def lock_by_operator(*, operator: Identity, identity: Identity, reason: str, at: datetime) -> None:
    """The same by an operator, for anybody but the operator. Raise IdentityError."""
    lock_identity(identity_pk=identity.pk, by=operator, reason=reason, at=at)


@transaction.atomic
def unlock_by_operator(*, operator: Identity, identity: Identity, at: datetime) -> None:
    """Let anybody log in again, and put a report of a lost account away."""
    unlock_identity(identity_pk=identity.pk, by=operator, at=at)
    clear_lost(identity_pk=identity.pk, by=operator, at=at)


@transaction.atomic
def unlock_person(*, manager: Manager, identity: Identity, at: datetime) -> None:
    """Let the person log in again. Raise MembershipError when the lock is not the unit's to open."""
    if not manager.may_unlock(identity):
        raise MembershipError(
            _("Tài khoản này do người vận hành mạng lưới khóa. Hãy liên hệ Sở Giáo dục và Đào tạo để mở.")
        )
    unlock_identity(identity_pk=identity.pk, by=manager.identity, at=at)


@transaction.atomic
def dismiss_lost_report(*, manager: Manager, identity: Identity, at: datetime) -> None:
    """Note that the person was asked and the account is in good hands."""
    if not manager.may_manage:
        raise MembershipError(_("Vai trò của bạn chưa được làm việc này."))
    clear_lost(identity_pk=identity.pk, by=manager.identity, at=at)

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.actions.end_sessions import end_sessions
from core.identity.models import Identity, LinkPurpose, TraceVerb
from core.identity.passwords import password_refusals
from core.identity.queries import usable_link
from core.identity.refusal import IdentityError
from core.identity.trace import leave_trace

PASSWORD_LINKS = {LinkPurpose.INVITATION, LinkPurpose.RESET}


@transaction.atomic
def set_password_by_link(*, secret: str, password: str, at: datetime) -> Identity:
    """Set the password of the person who holds the link, use the link up, end all sessions. Return the identity.

    Raise IdentityError when the link does not work (any more) or the password is too weak; the link then stays good.
    """
    link = usable_link(secret=secret, purposes=PASSWORD_LINKS, at=at, for_update=True)
    identity = Identity.objects.select_for_update().get(pk=link.identity_id)
    _store(identity, password, at=at)
    leave_trace(identity=identity, verb=TraceVerb.PASSWORD_SET, at=at)
    return identity


@transaction.atomic
def change_own_password(*, identity: Identity, old: str, new: str, at: datetime) -> None:
    """Set a new password for a person who knows the old one; every session ends, the caller renews the present one.

    Raise IdentityError when the old password is wrong or the new one too weak or the same.
    """
    identity = Identity.objects.select_for_update().get(pk=identity.pk)
    if not identity.check_password(old):
        raise IdentityError(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."))
    if old == new:
        raise IdentityError(_("Mật khẩu mới trùng với mật khẩu đang dùng. Hãy chọn mật khẩu khác."))
    _store(identity, new, at=at)
    leave_trace(identity=identity, verb=TraceVerb.PASSWORD_CHANGED, at=at, by=identity)


def _store(identity: Identity, password: str, *, at: datetime) -> None:
    if refusals := password_refusals(password, identity=identity):
        raise IdentityError(" ".join(refusals))
    identity.set_password(password)
    identity.save(update_fields=["password"])
    end_sessions(identity=identity, at=at)

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.actions.end_sessions import end_sessions
from core.identity.models import Identity, TraceVerb
from core.identity.refusal import IdentityError
from core.identity.trace import leave_trace


@transaction.atomic
def lock_identity(*, identity_pk: int, by: Identity | None, reason: str, at: datetime) -> Identity:
    """Shut the person out of every unit at once: no log-in, no link, and all sessions end with the commit.

    by: who decided; None for the command line. reason: plain text for the trace. Safe to repeat.
    Raise IdentityError when people lock themselves. May this person lock that one: tenants.memberships.permissions.
    """
    identity = Identity.objects.select_for_update().get(pk=identity_pk)
    if by is not None and by.pk == identity.pk:
        raise IdentityError(_("Bạn không thể tự khóa tài khoản của mình. Hãy nhờ một người quản trị khác."))
    if identity.is_locked:
        return identity
    identity.is_locked = True
    identity.lost_reported_at = None
    identity.save(update_fields=["is_locked", "lost_reported_at"])
    end_sessions(identity=identity, at=at)
    leave_trace(identity=identity, verb=TraceVerb.LOCKED, at=at, by=by, about=reason)
    return identity


@transaction.atomic
def unlock_identity(*, identity_pk: int, by: Identity | None, at: datetime) -> Identity:
    """Let the person log in again. Sessions of before stay ended. Safe to repeat."""
    identity = Identity.objects.select_for_update().get(pk=identity_pk)
    if identity.is_locked:
        identity.is_locked = False
        identity.save(update_fields=["is_locked"])
        end_sessions(identity=identity, at=at)
        leave_trace(identity=identity, verb=TraceVerb.UNLOCKED, at=at, by=by)
    return identity

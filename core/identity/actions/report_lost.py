from datetime import datetime, timedelta

from django.db import transaction

from core.identity.models import Identity, TraceVerb
from core.identity.trace import leave_trace

# Anybody may report, so a second report soon after tells nobody anything new.
QUIET = timedelta(hours=1)


@transaction.atomic
def report_lost(*, identity: Identity, at: datetime) -> bool:
    """Note that somebody says this account is lost; return whether its administrators are to be alerted now.

    Locks nothing: a report is not proof, and locking by report would let anybody shut anybody out.
    """
    identity = Identity.objects.select_for_update().get(pk=identity.pk)
    if identity.is_locked or (identity.lost_reported_at and at - identity.lost_reported_at < QUIET):
        return False
    identity.lost_reported_at = at
    identity.save(update_fields=["lost_reported_at"])
    leave_trace(identity=identity, verb=TraceVerb.LOST_REPORTED, at=at)
    return True


@transaction.atomic
def clear_lost(*, identity_pk: int, by: Identity | None, at: datetime) -> None:
    """Note that an administrator asked the person and nothing needs to be locked."""
    identity = Identity.objects.select_for_update().get(pk=identity_pk)
    if identity.lost_reported_at is not None:
        identity.lost_reported_at = None
        identity.save(update_fields=["lost_reported_at"])
        leave_trace(identity=identity, verb=TraceVerb.LOST_CLEARED, at=at, by=by)

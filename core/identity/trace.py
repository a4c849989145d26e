from datetime import datetime
from uuid import UUID

from core.identity.models import Identity, Trace, TraceVerb


def leave_trace(
    *,
    identity: Identity,
    verb: TraceVerb,
    at: datetime,
    by: Identity | None = None,
    unit_uuid: UUID | None = None,
    about: str = "",
) -> None:
    """Note what was done to a person's account, in the transaction that does it."""
    Trace.objects.create(identity=identity, verb=verb, at=at, by=by, unit_uuid=unit_uuid, about=about)

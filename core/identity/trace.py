from datetime import datetime

from core.identity.models import Identity, Trace, TraceVerb


def leave_trace(
    *, identity: Identity, verb: TraceVerb, at: datetime, by: Identity | None = None, about: str = ""
) -> None:
    """Note what was done to a person's account, in the transaction that does it."""
    Trace.objects.create(identity=identity, verb=verb, at=at, by=by, about=about)

"""How often one sender may use a form that anybody can reach. Counted in the cache, for the whole network at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django_tenants.utils import schema_context

from core.schema import PUBLIC


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` uses in `period`, counted from the first."""

    name: str
    count: int
    period: timedelta


def closed_until(limit: Limit, *, sender: str, at: datetime) -> datetime | None:
    """Count one use by `sender`; return None when it is within the limit, else the time from which it is again.

    Costs two or three cache calls. A file cache may lose a count between two processes; the limit is a brake, no lock.
    """
    key = f"throttle:{limit.name}:{sender}"
    with schema_context(PUBLIC):  # cache keys carry the schema; one sender is one on all hosts
        first, used = cache.get(key) or (at, 0)
        ends_at: datetime = first + limit.period
        if at >= ends_at:
            first, used, ends_at = at, 0, at + limit.period
        if used >= limit.count:
            return ends_at
        cache.set(key, (first, used + 1), timeout=(ends_at - at).total_seconds())
    return None


def forget_uses(limit: Limit, *, sender: str) -> None:
    """Start the count anew, after a success."""
    with schema_context(PUBLIC):
        cache.delete(f"throttle:{limit.name}:{sender}")

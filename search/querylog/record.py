"""Counts questions in memory and writes them in batches, after an answer has been sent: no reader waits for it."""

import logging
import threading
import time
from bisect import bisect_left
from collections import Counter
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from core.text.fold import fold
from search.querylog.models import AskedQuery, Engine, Hits
from search.querylog.privacy import keepable
from tenants.units.models import Unit

logger = logging.getLogger(__name__)

# Times are rounded up to these, in ms: fine where the aims lie, and few enough to count by.
STEPS = (5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1_000, 1_500, 2_000, 5_000, 10_000)
# A flood of different questions must not grow the memory of a process: what comes on top is not counted.
MAX_WAITING = 5_000


class Asked(NamedTuple):
    """One line of the log without its count."""

    day: date
    unit_id: int
    is_network: bool
    text: str
    folded: str
    hits: int
    engine: str
    milliseconds: int


class Waiting:
    """What was asked and is not written yet. Thread-safe; a killed process loses at most QUERY_LOG_SECONDS of it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[Asked] = Counter()
        self._written_at = time.monotonic()

    def add(self, asked: Asked) -> None:
        with self._lock:
            if asked in self._counts or len(self._counts) < MAX_WAITING:
                self._counts[asked] += 1

    def take(self) -> Counter[Asked]:
        """Return everything and begin anew."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
            self._written_at = time.monotonic()
        return counts

    def take_when_due(self) -> Counter[Asked]:
        """Return everything when the last time is long enough ago, else nothing."""
        with self._lock:
            is_due = bool(self._counts) and time.monotonic() - self._written_at > settings.QUERY_LOG_SECONDS
        return self.take() if is_due else Counter()


waiting = Waiting()


def record(
    *, text: str, unit: Unit, is_network: bool, total: int, is_degraded: bool, seconds: float, at: datetime
) -> None:
    """Count one answered question, unless it may belong to a person. Costs no query.

    unit: on whose site it was asked. seconds: the search alone.
    """
    words = keepable(text)
    if words is None:
        return
    waiting.add(
        Asked(
            day=timezone.localdate(at),
            unit_id=unit.pk,
            is_network=is_network,
            text=words,
            folded=fold(words),
            hits=max(step for step in Hits.values if step <= total),
            engine=Engine.FALLBACK if is_degraded else Engine.INDEX,
            milliseconds=STEPS[min(bisect_left(STEPS, seconds * 1000), len(STEPS) - 1)],
        )
    )


def write_when_due(**signal: Any) -> None:
    """Write what waits, once in QUERY_LOG_SECONDS. Called after each answer; on a failure the counts are lost."""
    counts = waiting.take_when_due()
    if not counts:
        return
    try:
        write(counts)
    except DatabaseError:
        logger.exception("questions were not counted", extra={"event": "querylog.lost", "rows": len(counts)})


@transaction.atomic
def write(counts: Counter[Asked]) -> None:
    """Add the counts to the log. One query."""
    # In one order for all processes: two that met the same rows in two orders would wait for each other.
    asked = sorted(counts)
    columns = [list(column) for column in zip(*asked, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_WRITE_SQL, [*columns, [counts[one] for one in asked]])


_TYPES = ("date", "bigint", "boolean", "text", "text", "smallint", "text", "integer", "integer")
_WRITE_SQL = f"""
    INSERT INTO {AskedQuery._meta.db_table} AS known ({", ".join(Asked._fields)}, times)
    SELECT * FROM unnest({", ".join(f"%s::{kind}[]" for kind in _TYPES)})
    ON CONFLICT (day, unit_id, is_network, text, hits, engine, milliseconds)
    DO UPDATE SET times = known.times + EXCLUDED.times
"""  # noqa: S608 names of columns and types

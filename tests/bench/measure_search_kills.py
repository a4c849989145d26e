"""A thousand random kills under edits, and an hour's backlog of a node that was away."""

import shutil
import sys
import time
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection
from elasticsearch import Elasticsearch

from search.breaker import Breaker
from search.client import get_client
from search.index.lifecycle import ensure
from search.index.reconcile import reconcile
from search.index.worker import Worker
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import DeadRow, Entry, OutboxRow
from tests.bench import network
from tests.bench.bench import Bench, telling
from tests.bench.figures import line
from tests.faults.kills import run_kills
from tests.tenants.registry.documents import NOON, document

EDITS_A_SECOND = 50
HOUR_SECONDS = 3_600
# Nothing listens on the discard port.
AWAY = "http://127.0.0.1:9"


def search_kills(bench: Bench) -> Iterator[dict[str, Any]]:
    """Workers, a node of its own and connections killed at random while posts change."""
    bench.schools(1)
    folder = bench.var / "kills"
    try:
        with telling(f"Killing {bench.sizes.kills} times"):
            found = run_kills(
                database=connection.settings_dict["NAME"],
                prefix=settings.SEARCH_PREFIX,
                folder=folder,
                count=bench.sizes.kills,
                pause=0.25,
                seed=int(time.time()),
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    conditions = {
        **found.kills,
        "entries": found.entries,
        "changes": found.versions,
        "seconds": round(found.seconds),
        "seconds_until_delivered": round(found.quiet_seconds, 1),
    }
    yield line("search_kills_drift", found.differences + found.dead, **conditions)
    yield line("search_kills_stale", found.stale, **conditions)
    yield line("search_kills_resurrected", found.resurrected, **conditions)


def search_backlog(bench: Bench) -> Iterator[dict[str, Any]]:
    """The node away for an hour at EDITS_A_SECOND: publications meanwhile, then how fast the worker catches up.

    The hour's rows are real publications for Sizes.away_seconds and written by SQL for the rest.
    """
    _ = bench.index
    bench.end_worker()
    with telling("Publishing while the node is away"):
        published = _publish_while_away(bench)
    _fill_up(EDITS_A_SECOND * min(HOUR_SECONDS, bench.sizes.away_seconds * 60) - published)
    waiting = OutboxRow.objects.count()
    client = get_client()
    if client is None:
        raise RuntimeError("ELASTICSEARCH_URL must name a node")
    started = time.perf_counter()
    with telling(f"Delivering {waiting} changes"):
        delivered = Worker(client).drain()
    seconds = time.perf_counter() - started
    left = reconcile(client, ensure(client)).differences + OutboxRow.objects.count() + DeadRow.objects.count()
    yield line("search_backlog", delivered / seconds / EDITS_A_SECOND, rows=waiting, seconds=round(seconds, 1))
    yield line("search_backlog_left", left, published=published)


def _publish_while_away(bench: Bench) -> int:
    """Publish at the rate while a worker tries in vain; any failed publication raises. Return how many there were."""
    unit = network.school(1).unit
    worker = Worker(Elasticsearch(AWAY, max_retries=0, request_timeout=2), Breaker(threshold=1, cool_down=1.0))
    started, count = time.monotonic(), 0
    while time.monotonic() - started < bench.sizes.away_seconds:
        record_published(unit=unit, document=document(5_000_000 + count % 500, f"Lần {count}"), at=NOON)
        count += 1
        if count % EDITS_A_SECOND == 0:
            worker.run_once()
        time.sleep(max(0.0, started + count / EDITS_A_SECOND - time.monotonic()))
    if OutboxRow.objects.count() < count:
        raise RuntimeError("a publication left no outbox row")
    return count


def _fill_up(rows: int) -> None:
    """Write outbox rows as an hour of edits would, spread over all entries, each entry in a new version."""
    entries = Entry.objects.live().count()
    sys.stderr.write(f"{rows} rows over {entries} entries\n")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO registry_outbox (entry_id, version, operation, attempts, last_error)"
            " SELECT e.id, e.version, 'U', 0, '' FROM generate_series(0, %s - 1) AS n"
            " JOIN (SELECT id, version, row_number() OVER (ORDER BY id) - 1 AS place FROM registry_entry"
            " WHERE state = 'live') e ON e.place = mod(n * 7919, %s)",
            [rows, entries],
        )
        cursor.execute(
            "UPDATE registry_entry SET version = nextval('registry_version')"
            " WHERE id IN (SELECT entry_id FROM registry_outbox)"
        )

"""The index under 50 edits a second: how soon a change is found, what the outbox costs, a reindex beside it."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.db import connections, transaction
from django.utils import timezone
from elasticsearch import Elasticsearch

from search.client import alias_name
from search.index import engine
from search.index.reconcile import reconcile
from search.index.reindex import reindex
from search.index.worker import Worker
from search.request import SearchRequest
from search.scope import NetworkScope
from tenants.registry.actions.enqueue import enqueue
from tenants.registry.models import Entry, NextVersion, OutboxRow
from tenants.units.context import use_site
from tests.bench import network
from tests.bench.bench import Bench, telling
from tests.bench.figures import line
from tests.bench.measure_search import p95
from tests.bench.measure_search_relevance import client_of
from tests.bench.measure_writing import WARMING, draft
from tests.bench.search_corpus import questions
from tests.bench.timing import seconds_to_publish

EDITS_A_SECOND = 50
POLL_SECONDS = 0.05
PATIENCE_SECONDS = 120.0


def fresh(bench: Bench) -> Iterator[dict[str, Any]]:
    """From the commit of a change until the search finds it, at 50 changes a second, with the real worker."""
    _ = bench.index, bench.worker
    node = client_of(bench)
    waiting: dict[int, float] = {}
    seconds: list[float] = []
    wait_for_worker()
    with editing(lambda version: waiting.__setitem__(version, time.monotonic())) as edits:
        until(time.monotonic() + bench.sizes.edit_seconds, node, waiting, seconds)
    until(time.monotonic() + PATIENCE_SECONDS, node, waiting, seconds, is_ending=True)
    yield line(
        "search_fresh_p95",
        p95(seconds),
        p99=round(statistics.quantiles(seconds, n=100, method="inclusive")[-1], 2),
        edits=edits.count,
        a_second=round(edits.count / bench.sizes.edit_seconds, 1),
        never_found=len(waiting),
    )


def outbox(bench: Bench) -> Iterator[dict[str, Any]]:
    """The transaction of a publication with its outbox row and without, in turn."""
    _ = bench.paths
    with_row, without_row = [], []
    for _turn in range(bench.sizes.publications + WARMING):
        with use_site(network.school(1)):
            with_row.append(seconds_to_publish(draft(bench)))
            with patch("tenants.registry.actions.record_published.enqueue"):
                without_row.append(seconds_to_publish(draft(bench)))
    medians = [statistics.median(times[WARMING:]) for times in (with_row, without_row)]
    yield line("search_outbox", medians[0] / medians[1], publications=bench.sizes.publications)


def rebuilt(bench: Bench) -> Iterator[dict[str, Any]]:
    """A reindex beside 50 changes a second: failed questions, their p95 against before, differences at the end."""
    _ = bench.index
    node = client_of(bench)
    before = asking(lambda: time.sleep(bench.sizes.edit_seconds / 4))
    with telling("Reindexing under edits"), editing(lambda _version: None) as edits:
        during = asking(lambda: reindex(node))
    Worker(node).drain()
    index = next(iter(node.indices.get_alias(name=alias_name())))
    node.indices.refresh(index=index)
    yield line("search_reindex_failed", during.failed, asked=len(during.seconds), edits=edits.count)
    yield line("search_reindex_differences", reconcile(node, index).differences)
    yield line("search_reindex_slower", p95(during.seconds) / p95(before.seconds))


def wait_for_worker() -> None:
    """Give the worker something to deliver until it has done so. Raise RuntimeError when it does not start."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    enqueue(Entry.objects.live()[:1])
    while OutboxRow.objects.exists():
        if time.monotonic() > deadline:
            raise RuntimeError(f"the worker delivered nothing within {PATIENCE_SECONDS:.0f} s")
        time.sleep(POLL_SECONDS)


class Edits:
    count = 0


class Asked:
    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.failed = 0


@contextmanager
def editing(committed: Callable[[int], None]) -> Iterator[Edits]:
    """Change EDITS_A_SECOND entries a second while the block runs, each in its transaction; tell each new version."""
    edits, stop = Edits(), threading.Event()
    keys = list(Entry.objects.live().order_by("?").values_list("pk", flat=True)[:2_000])

    def edit_on() -> None:
        started = time.monotonic()
        while not stop.wait(max(0.0, started + edits.count / EDITS_A_SECOND - time.monotonic())):
            with transaction.atomic():
                entry = Entry.objects.select_for_update().get(pk=keys[edits.count % len(keys)])
                entry.version = NextVersion()
                entry.save(update_fields=["version"])
                entry.refresh_from_db(fields=["version"])
                enqueue([entry])
            committed(entry.version)
            edits.count += 1
        connections.close_all()

    thread = threading.Thread(target=edit_on)
    thread.start()
    try:
        yield edits
    finally:
        stop.set()
        thread.join()


def until(
    deadline: float, node: Elasticsearch, waiting: dict[int, float], seconds: list[float], *, is_ending: bool = False
) -> None:
    """Look which versions are found by now, until the deadline or, at the end, until all are."""
    while time.monotonic() < deadline and (waiting or not is_ending):
        versions = list(waiting)[:1_000]
        query = {"terms": {"version": versions}}
        answer = node.search(index=alias_name(), query=query, size=1_000, source=False, docvalue_fields=["version"])
        now = time.monotonic()
        found = {hit["fields"]["version"][0] for hit in answer["hits"]["hits"]}
        seconds += [now - waiting.pop(version) for version in versions if version in found]
        time.sleep(POLL_SECONDS)


def asking(act: Callable[[], Any]) -> Asked:
    """Ask the product's search without a pause in a thread of its own while `act` runs."""
    asked, stop, texts = Asked(), threading.Event(), questions(200)

    def ask_on() -> None:
        while not stop.is_set():
            text = texts[len(asked.seconds) % len(texts)]
            started = time.perf_counter()
            try:
                engine.find(SearchRequest(scope=NetworkScope(), text=text, at=timezone.now()))
            except engine.EngineAwayError:
                asked.failed += 1
            asked.seconds.append(time.perf_counter() - started)
        connections.close_all()

    thread = threading.Thread(target=ask_on)
    thread.start()
    try:
        act()
    finally:
        stop.set()
        thread.join()
    return asked

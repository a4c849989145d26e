"""Real processes killed, a real node stopped, real commits: nothing lost, nothing resurrected, nothing stale."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import transaction
from django.db.models.functions import Now
from elasticsearch import Elasticsearch

from infra.local import account, elasticsearch
from search.client import alias_name, index_name
from search.index import lifecycle
from search.index.reconcile import reconcile
from search.index.reindex import reindex
from search.models import IndexTarget
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import Entry, OutboxRow
from tenants.units.models import Unit
from tests.search.stalling_proxy import StallingProxy
from tests.search.support import deliver, stored
from tests.tenants.registry.documents import NOON, document

pytestmark = [pytest.mark.elasticsearch, pytest.mark.faults]
PATIENCE_SECONDS = 90.0


@pytest.fixture
def unit(own_database: str) -> Unit:
    return Unit.objects.get(code="th-an-binh")


@pytest.fixture
def index(unit: Unit, node: Elasticsearch, index_prefix: str) -> str:
    return lifecycle.ensure(node)


def worker_process(*arguments: str) -> AbstractContextManager[subprocess.Popen[bytes]]:
    """arguments: database, URL of the node, prefix."""
    return running("tests.search.worker_process", *arguments)


def writer_process(database: str) -> AbstractContextManager[subprocess.Popen[bytes]]:
    return running("tests.search.writer_process", database)


@contextmanager
def running(module: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "core.settings.test", "LOG_LEVEL": "ERROR"}
    process = subprocess.Popen([sys.executable, "-m", module, *arguments], env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(is_so: Callable[[], bool]) -> None:
    """Return when it is so; fail after PATIENCE_SECONDS."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"still waiting after {PATIENCE_SECONDS} s"
        time.sleep(0.05)


def publish(unit: Unit, numbers: range, title: str = "Bài") -> None:
    for number in numbers:
        record_published(unit=unit, document=document(number, f"{title} {number}"), at=NOON)


def claimable() -> int:
    with transaction.atomic():
        return len(OutboxRow.objects.select_for_update(skip_locked=True).filter(next_at__lte=Now()))


@pytest.mark.parametrize("was_written", [False, True], ids=["before the node wrote", "after the node wrote"])
def test_worker_killed_in_mid_batch_loses_nothing(own_database, unit, node, index, index_prefix, settings, was_written):
    publish(unit, range(200))
    with (
        StallingProxy(settings.ELASTICSEARCH_URL, forwards=was_written) as proxy,
        worker_process(own_database, proxy.url, index_prefix) as worker,
    ):
        assert proxy.caught.wait(PATIENCE_SECONDS)
        assert claimable() == 0
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        until(lambda: claimable() == 200)
    node.indices.refresh(index=index)
    assert node.count(index=index)["count"] == (200 if was_written else 0)
    record_gone(unit=unit, object_type="article", object_id=7, at=NOON)
    deliver(node)
    assert not OutboxRow.objects.exists()
    assert reconcile(node, index).differences == 0


def test_two_workers_share_a_backlog_without_harm(own_database, unit, node, index, index_prefix, settings):
    publish(unit, range(1_500))
    url = settings.ELASTICSEARCH_URL
    with worker_process(own_database, url, index_prefix), worker_process(own_database, url, index_prefix):
        until(lambda: not OutboxRow.objects.exists())
    assert reconcile(node, index).differences == 0


def test_node_stopped_during_the_drain_delays_nobody_and_the_backlog_drains_by_itself(
    own_database, unit, index_prefix, tmp_path
):
    folder = account.place_for(tmp_path / "node")
    first = elasticsearch.start(folder)
    try:
        node = Elasticsearch(first.url, max_retries=0)
        index = lifecycle.ensure(node)
        with worker_process(own_database, first.url, index_prefix):
            publish(unit, range(1_200))
            until(lambda: OutboxRow.objects.count() < 1_200)
            elasticsearch.stop(folder)
            started = time.monotonic()
            publish(unit, range(1_200, 1_300))
            assert time.monotonic() - started < 100 * 0.1
            record_gone(unit=unit, object_type="article", object_id=3, at=NOON)
            assert OutboxRow.objects.exists()
            elasticsearch.start(folder, port=int(first.url.rsplit(":", 1)[1]))
            until(lambda: not OutboxRow.objects.exists())
        assert reconcile(node, index).differences == 0
        assert stored(node, index, Entry.objects.get(object_id=3))["_source"]["deleted"] is True
    finally:
        elasticsearch.stop(folder)


def test_reindex_under_writes_misses_nothing_and_fails_no_query(
    own_database, unit, node, index, index_prefix, settings
):
    publish(unit, range(1_000))
    deliver(node)
    is_over = threading.Event()
    with (
        ThreadPoolExecutor(1) as pool,
        worker_process(own_database, settings.ELASTICSEARCH_URL, index_prefix),
        writer_process(own_database) as writer,
    ):
        fewest = pool.submit(fewest_hits, node, is_over)
        try:
            before = Entry.objects.order_by("-version").first().version
            until(lambda: Entry.objects.filter(version__gt=before).exists())
            new = reindex(node)
        finally:
            is_over.set()
            writer.terminate()
            writer.wait()
        until(lambda: not OutboxRow.objects.exists())
    assert fewest.result() == 1_000
    assert IndexTarget.objects.get(state="live").number == 2
    assert reconcile(node, new).differences == 0
    assert reconcile(node, index_name(1)).differences == 0


def fewest_hits(node: Elasticsearch, is_over: threading.Event) -> int:
    """Ask the alias over and over; return the smallest answer. Any failed query raises."""
    alias, fewest = alias_name(), 10**9
    while not is_over.is_set():
        fewest = min(fewest, node.count(index=alias)["count"])
    return fewest

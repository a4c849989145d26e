"""Random kills under a load of edits: workers, the node, connections to the database. Then quiet, then the account."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from elasticsearch import Elasticsearch

from infra.local import account, elasticsearch
from infra.local.ports import is_free
from search.client import index_name
from search.index import lifecycle
from search.index.reconcile import reconcile
from search.index.wire import document_id, to_source
from search.models import IndexTarget
from tenants.registry.models import DeadRow, Entry, OutboxRow

WORKERS, WRITERS = 2, 2
# The node is down for ten seconds each time: the others are killed meanwhile.
NODE_SHARE, CONNECTION_SHARE = 0.04, 0.4
PATIENCE_SECONDS = 180.0


@dataclass(frozen=True)
class Account:
    """What stands after quiet. differences, stale, resurrected: documents, all of them 0 when nothing was lost."""

    kills: Counter[str]
    entries: int
    versions: int
    seconds: float
    quiet_seconds: float
    differences: int
    stale: int
    resurrected: int
    dead: int


def run_kills(*, database: str, prefix: str, folder: Path, count: int, pause: float, seed: int) -> Account:
    """Make `count` kills, `pause` seconds apart on average, on a node of its own; wait until all is delivered.

    database: of the open connection, with a unit in it. folder: for the node, removed by the caller.
    """
    choose = random.Random(seed)  # noqa: S311 repeatable
    with _killable_node(folder) as node, _nursery(database, node.url, prefix) as start:
        client = Elasticsearch(node.url, max_retries=0, request_timeout=30)
        index = lifecycle.ensure(client)
        first_version = _last_version()
        workers, writers = [start("worker") for _ in range(WORKERS)], [start("writer") for _ in range(WRITERS)]
        kills: Counter[str] = Counter()
        started = time.monotonic()
        for _ in range(count):
            time.sleep(choose.uniform(0, 2 * pause))
            draw = choose.random()
            if draw < NODE_SHARE and node.kill():
                kills["node"] += 1
            elif draw < NODE_SHARE + CONNECTION_SHARE:
                kills["connection"] += _cut_one(choose)
            else:
                _kill(workers.pop(choose.randrange(len(workers))))
                workers.append(start("worker"))
                kills["worker"] += 1
        seconds = time.monotonic() - started
        for writer in writers:
            _kill(writer)
        node.wait()
        _until(lambda: not OutboxRow.objects.exists())
        return _account(client, index, kills, first_version, seconds, time.monotonic() - started - seconds)


class _Node:
    def __init__(self, folder: Path) -> None:
        self._folder = account.place_for(folder)
        self._node = elasticsearch.start(self._folder)
        self.url = self._node.url
        self._return: threading.Thread | None = None

    def kill(self) -> bool:
        """Kill it and let it come back by itself; False while it is still away from the last time."""
        if self._return and self._return.is_alive():
            return False
        os.killpg(self._node.pid, signal.SIGKILL)
        self._return = threading.Thread(target=self._start_again)
        self._return.start()
        return True

    def wait(self) -> None:
        if self._return:
            self._return.join()

    def stop(self) -> None:
        self.wait()
        elasticsearch.stop(self._folder)

    def _start_again(self) -> None:
        port = int(self.url.rsplit(":", 1)[1])
        _until(lambda: elasticsearch.running(self._folder) is None and is_free(port))
        self._node = elasticsearch.start(self._folder, port=port)


@contextmanager
def _killable_node(folder: Path) -> Iterator[_Node]:
    node = _Node(folder)
    try:
        yield node
    finally:
        node.stop()


@contextmanager
def _nursery(database: str, url: str, prefix: str) -> Iterator[Callable[[str], int]]:
    """Yield a function from a kind to the process id of a new process; all of them are killed at the end."""
    settings_module = os.environ["DJANGO_SETTINGS_MODULE"]
    command = [sys.executable, "-m", "tests.faults.nursery", settings_module, database, url, prefix]
    children = subprocess.Popen(
        command,
        env={**os.environ, "LOG_LEVEL": "CRITICAL"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert children.stdin is not None
    assert children.stdout is not None
    stdin, stdout = children.stdin, children.stdout

    def start(kind: str) -> int:
        stdin.write(f"{kind}\n")
        stdin.flush()
        return int(stdout.readline())

    try:
        yield start
    finally:
        os.killpg(children.pid, signal.SIGKILL)
        children.wait()


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError as error:
        raise AssertionError(f"process {pid} had ended by itself") from error


def _cut_one(choose: random.Random) -> int:
    """End one of the others' sessions on this database; return how many there were to end: 1 or 0."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend' ORDER BY pid"
        )
        others = [pid for (pid,) in cursor.fetchall()]
        if others:
            cursor.execute("SELECT pg_terminate_backend(%s)", [choose.choice(others)])
    return int(bool(others))


def _account(
    client: Elasticsearch, index: str, kills: Counter[str], first_version: int, seconds: float, quiet: float
) -> Account:
    """Compare by digests, as the product does, and once more document by document, which trusts nothing of it."""
    client.indices.refresh(index=index)
    stale = resurrected = 0
    entries = list(Entry.objects.select_related("unit"))
    for entry in entries:
        identifier = document_id(entry.unit.uuid, entry.object_type, entry.object_id)
        found = client.options(ignore_status=404).get(index=index, id=identifier).body
        source = found.get("_source", {})
        stale += found.get("_version") != entry.version or source != to_source(entry)
        resurrected += not entry.is_findable and not source.get("deleted")
    return Account(
        kills=kills,
        entries=len(entries),
        versions=_last_version() - first_version,
        seconds=seconds,
        quiet_seconds=quiet,
        differences=sum(
            reconcile(client, index_name(number)).differences
            for number in IndexTarget.objects.values_list("number", flat=True)
        ),
        stale=stale,
        resurrected=resurrected,
        dead=DeadRow.objects.count(),
    )


def _last_version() -> int:
    return Entry.objects.order_by("-version").values_list("version", flat=True).first() or 0


def _until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"still waiting after {PATIENCE_SECONDS} s"
        time.sleep(0.05)

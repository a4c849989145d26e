"""Pages from the cache of anonymous pages: how many a second, and how soon a publication shows everywhere."""

import http.client
import secrets
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from django.utils import timezone

from infra.local.ports import LOOPBACK
from sites.models import ArticlePage
from sites.models.section import SectionKey
from tenants.units.context import use_site
from tests.bench import corpus, network
from tests.bench.bench import Bench
from tests.bench.fast_load import fast_load
from tests.bench.figures import line

PATIENCE_SECONDS = 10.0
# So often that each worker process has the old page: a new connection may fall on either.
ASKED_BEFORE = 8


def cached_home(bench: Bench) -> Iterator[dict[str, Any]]:
    """The first school's home page, from memory, median of the turns."""
    server, sizes = bench.cached_server, bench.sizes
    rates, cpu = [], []
    for _turn in range(sizes.turns + 1):
        before = server.cpu_seconds()
        done = fast_load(server.port, server.host, "/", connections=sizes.connections, seconds=sizes.seconds)
        if done.failures or not done.requests:
            raise RuntimeError(f"{done.failures} of {done.failures + done.requests} requests failed")
        rates.append(done.requests / done.seconds)
        cpu.append((server.cpu_seconds() - before) * 1000 / done.requests)
    yield line(
        "cached_home",
        statistics.median(rates[1:]),
        cpu_ms=round(statistics.median(cpu[1:]), 3),
        connections=sizes.connections,
        workers=sizes.workers,
        turns=sizes.turns,
    )


def visible_cached(bench: Bench) -> Iterator[dict[str, Any]]:
    """From before the transaction that publishes until home, listing, article and feed show it."""
    server = bench.cached_server
    seconds, after = [], []
    for _turn in range(bench.sizes.publications):
        mark = f"thayngay{secrets.token_hex(3)}"
        with use_site(network.school(1)):
            page = _newest(bench, mark)
            lists = {"/", page.get_parent().get_url(), "/feed/"}
            for path in lists:
                for _ in range(ASKED_BEFORE):
                    _fetch(server.port, server.host, path)
            started = time.monotonic()
            page.get_latest_revision().publish()
            committed = time.monotonic()
            address = ArticlePage.objects.get(pk=page.pk).get_url()
        _wait_until_shown(server.port, server.host, lists | {address}, mark)
        seconds.append(time.monotonic() - started)
        after.append(time.monotonic() - committed)
    yield line(
        "visible_cached",
        statistics.quantiles(seconds, n=20)[-1] * 1000 if len(seconds) > 1 else seconds[0] * 1000,
        p50=round(statistics.median(seconds) * 1000, 1),
        after_commit_p50=round(statistics.median(after) * 1000, 1),
        runs=len(seconds),
        workers=bench.sizes.workers,
    )


def _newest(bench: Bench, mark: str) -> ArticlePage:
    """Return an unpublished article that will stand first in every list."""
    post = corpus.marked(corpus.typical(corpus.news(bench.pictures)), mark)
    return network.add_article(SectionKey.NEWS, replace(post, at=timezone.now()), is_published=False)


def _wait_until_shown(port: int, host: str, addresses: set[str], mark: str) -> None:
    """Ask for all addresses at once, each as a reader of its own who reloads until the mark is there."""
    deadline = time.monotonic() + PATIENCE_SECONDS

    def reload(address: str) -> None:
        while mark not in _fetch(port, host, address):
            if time.monotonic() > deadline:
                raise RuntimeError(f"{host}{address} does not show {mark} after {PATIENCE_SECONDS:.0f} s")

    with ThreadPoolExecutor(max_workers=len(addresses)) as readers:
        list(readers.map(reload, addresses))


def _fetch(port: int, host: str, path: str) -> str:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", path, headers={"Host": host})
        return connection.getresponse().read().decode("utf-8", "replace")
    finally:
        connection.close()

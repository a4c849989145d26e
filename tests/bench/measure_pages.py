"""Uncached pages as readers get them, side by side with stock Wagtail; and many hosts against one."""

import statistics
from collections.abc import Iterator
from typing import Any

from tests.bench.bench import STOCK_HOST, Bench
from tests.bench.figures import line
from tests.bench.load import Load, load
from tests.bench.network import host_of
from tests.bench.serve import Server
from tests.bench.timing import statements_of

# Requests fall on the threads at random: 49 hosts × 8 threads need some 2,300 until nearly each pair has met.
HOSTS_WARMING = 10

Targets = list[tuple[str, str]]


class Side:
    """One of two things that are loaded in turns, so that whatever else the machine does reaches both alike."""

    def __init__(self, server: Server, targets: Targets) -> None:
        self._server, self._targets = server, targets
        self._rates: list[float] = []
        self._cpu: list[float] = []

    def take_turn(self, *, connections: int, seconds: float) -> None:
        before = self._server.cpu_seconds()
        done = load(self._server.port, self._targets, connections=connections, seconds=seconds)
        self._rates.append(_all_answered(done).requests / done.seconds)
        self._cpu.append((self._server.cpu_seconds() - before) * 1000 / done.requests)

    @property
    def rate(self) -> float:
        """Requests a second, the median of the turns."""
        return statistics.median(self._rates)

    @property
    def cpu(self) -> float:
        """Milliseconds of the workers' CPU time a request, the median of the turns."""
        return statistics.median(self._cpu)


def home(bench: Bench) -> Iterator[dict[str, Any]]:
    yield from _page(bench, "home")


def article(bench: Bench) -> Iterator[dict[str, Any]]:
    yield from _page(bench, "article")


def listing(bench: Bench) -> Iterator[dict[str, Any]]:
    yield from _page(bench, "listing")


def hosts(bench: Bench) -> Iterator[dict[str, Any]]:
    """The home pages of all schools in turn against one of them; each has the same pages."""
    schools = range(2, bench.sizes.units + 1)
    many = Side(bench.server, [(host_of(number), "/") for number in schools])
    one = Side(bench.server, [(host_of(2), "/")])
    _warm(bench, bench.server, [(host_of(number), "/") for number in schools], turns=HOSTS_WARMING)
    _take_turns(bench, many, one)
    yield line("hosts", many.rate / one.rate, rate=_short(many.rate), one_host=_short(one.rate), hosts=len(schools))


def _page(bench: Bench, name: str) -> Iterator[dict[str, Any]]:
    targets, stock_targets = [(host_of(1), bench.paths[name])], [(STOCK_HOST, bench.stock_paths[name])]
    ours, stock = Side(bench.server, targets), Side(bench.stock_server, stock_targets)
    _warm(bench, bench.server, targets)
    _warm(bench, bench.stock_server, stock_targets)
    _take_turns(bench, ours, stock)
    sizes = bench.sizes
    shared = {
        "posts": sizes.posts,
        "units": sizes.units,
        "connections": sizes.connections,
        "workers": sizes.workers,
        "turns": sizes.turns,
    }
    yield line(name, ours.rate / stock.rate, rate=_short(ours.rate), stock_rate=_short(stock.rate), **shared)
    yield line(f"{name}_cpu", ours.cpu, stock=_short(stock.cpu), ratio=_short(stock.cpu / ours.cpu))
    yield line(
        f"{name}_statements",
        statements_of(bench.paths[name], host=host_of(1)),
        stock=bench.stock("statements", path=bench.stock_paths[name]),
    )


def _warm(bench: Bench, server: Server, targets: Targets, *, turns: int = 1) -> None:
    """Let every worker thread see every page, so that no turn pays for first times."""
    seconds = turns * bench.sizes.seconds
    _all_answered(load(server.port, targets, connections=bench.sizes.connections, seconds=seconds))


def _take_turns(bench: Bench, *sides: Side) -> None:
    for turn in range(bench.sizes.turns):
        for side in sides if turn % 2 else reversed(sides):
            side.take_turn(connections=bench.sizes.connections, seconds=bench.sizes.seconds)


def _all_answered(done: Load) -> Load:
    if done.failures or not done.requests:
        raise RuntimeError(f"{done.failures} of {done.failures + done.requests} requests failed")
    return done


def _short(value: float) -> float:
    return round(value, 2)

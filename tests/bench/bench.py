"""What figures share: both projects' databases and servers, each made when a figure first asks for it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from infra.local import paths
from tests.bench.databases import fresh_database
from tests.bench.serve import Server, running_server

STOCK_HOST = "localhost"
# Pages are compared with stock Wagtail's as they are made, not as they are kept.
OURS = {"DJANGO_SETTINGS_MODULE": "tests.bench.settings", "PAGE_CACHE": "0"}


@dataclass(frozen=True)
class Sizes:
    """How much is measured. provision_at: units that exist when one more is made. seconds: of one turn of a load."""

    posts: int = 20_000
    units: int = 50
    provision_at: int = 200
    memory_units: int = 300
    entries: int = 20_000
    connections: int = 16
    turns: int = 7
    seconds: float = 2.0
    publications: int = 40
    sendings: int = 30
    provisions: int = 20
    questions: int = 200
    findable_runs: int = 50
    take_down_runs: int = 50
    waiting_jobs: int = 550
    candidates: int = 30_000
    kills: int = int(os.environ.get("KILLS", "1000"))
    away_seconds: float = 60.0
    workers: int = 2
    documents: int = int(os.environ.get("DOCUMENTS", "300000"))
    search_units: int = 2_000
    numbers: int = 1_000
    pairs: int = 1_000
    edit_seconds: float = 20.0


TINY = Sizes(
    posts=1_100, units=3, provision_at=4, memory_units=5, entries=300, connections=2, turns=1, seconds=0.2,
    publications=2, sendings=1, provisions=1, questions=3, findable_runs=1, take_down_runs=1, waiting_jobs=3, workers=1,
    candidates=50, documents=600, search_units=20, numbers=10, pairs=10, edit_seconds=1.0, kills=3, away_seconds=0.2,
)  # fmt: skip


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Say on stderr what is being prepared, and how long it took."""
    sys.stderr.write(f"{what} … ")
    sys.stderr.flush()
    started = time.monotonic()
    yield
    sys.stderr.write(f"{time.monotonic() - started:.0f} s\n")


@dataclass
class Bench:
    """Call it with Django set up on our own fresh database; `stack` ends everything that was started."""

    sizes: Sizes
    stack: ExitStack
    var: Path
    school_count: int = field(default=0, init=False)
    # Units without sites that hold the many documents of the search.
    load_units: list[Any] = field(default_factory=list, init=False)

    @property
    def pictures(self) -> Path:
        return self.var / "pictures"

    @cached_property
    def portal(self) -> None:
        from tests.bench import network

        with telling("Preparing our database and the portal"):
            network.build_portal()

    def schools(self, count: int) -> None:
        """Have at least so many schools; those up to Sizes.units hold the written posts."""
        from tests.bench import network

        _ = self.portal
        if count <= self.school_count:
            return
        with telling(f"Making {count - self.school_count} schools"):
            for number in range(self.school_count + 1, count + 1):
                network.make_school_site(network.register_school(number), number)
        self.school_count = count

    @cached_property
    def paths(self) -> dict[str, str]:
        """The first school's measured pages by name; makes the schools that hold posts."""
        from tests.bench import network

        self.schools(self.sizes.units)
        with telling(f"Writing {self.sizes.posts} posts"):
            paths = network.fill_first_school(self.pictures)
            network.fill_other_schools(range(2, self.sizes.units + 1))
            network.multiply_posts(self.sizes.posts)
        return paths

    @cached_property
    def index(self) -> str:
        """The live index of Sizes.entries entries, deleted at the end: the node may be shared."""
        from search.client import get_client
        from search.index.lifecycle import ensure
        from tests.bench.measure_search import add_entries

        _ = self.paths
        client = get_client()
        if client is None:
            raise RuntimeError("ELASTICSEARCH_URL must name a node")
        with telling(f"Indexing {self.sizes.entries} entries"):
            add_entries(self.sizes.entries)
            name = ensure(client)
            self.stack.callback(client.options(ignore_status=404).indices.delete, index=name)
            return name

    @cached_property
    def worker(self) -> "subprocess.Popen[bytes]":
        """All lanes of the background worker."""
        log = self.stack.enter_context((self.var / "worker.log").open("wb"))
        command = [sys.executable, "manage.py", "worker"]
        worker = subprocess.Popen(command, cwd=paths.ROOT, env={**os.environ, **OURS}, stdout=log, stderr=log)
        self.stack.callback(worker.wait, 20)
        self.stack.callback(worker.terminate)
        return worker

    def end_worker(self) -> None:
        """End the worker of the figures before, for one that delivers by itself; who needs it later gets a new one."""
        worker = self.__dict__.pop("worker", None)
        if worker is not None:
            worker.terminate()
            worker.wait(20)

    @cached_property
    def stock_paths(self) -> dict[str, str]:
        with telling("Making the stock project with as many posts"):
            return self.stock("fill", pictures=str(self.pictures), posts=self.sizes.posts)

    @cached_property
    def server(self) -> Server:
        from tests.bench.network import host_of

        _ = self.paths
        return self.serve("core.wsgi:application", host=host_of(1), workers=self.sizes.workers, variables=OURS)

    @cached_property
    def cached_server(self) -> Server:
        """Our server as it is in production: with the cache of anonymous pages."""
        from tests.bench.network import host_of

        _ = self.paths
        variables = {**OURS, "PAGE_CACHE": "1"}
        return self.serve("core.wsgi:application", host=host_of(1), workers=self.sizes.workers, variables=variables)

    @cached_property
    def stock_server(self) -> Server:
        _ = self.stock_paths
        return self.serve(
            "tests.bench.stock.wsgi:application",
            host=STOCK_HOST,
            workers=self.sizes.workers,
            variables=self._stock_variables,
        )

    def serve(self, application: str, *, host: str, variables: Mapping[str, str], **size: int) -> Server:
        return self.stack.enter_context(running_server(application, host=host, variables=variables, **size))

    def stock(self, act: str, **arguments: Any) -> Any:
        """Have the stock project's process do one thing (tests.bench.stock.probe) and return its answer."""
        assert self._probe.stdin is not None
        assert self._probe.stdout is not None
        self._probe.stdin.write(json.dumps({"do": act, **arguments}) + "\n")
        self._probe.stdin.flush()
        answer = self._probe.stdout.readline()
        if not answer:
            raise RuntimeError(f"the stock project's process ended while it did {act!r}")
        return json.loads(answer)

    @cached_property
    def _stock_variables(self) -> dict[str, str]:
        url = self.stack.enter_context(fresh_database("lien_thong_bench_stock"))
        return {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.bench.stock.settings"}

    @cached_property
    def _probe(self) -> "subprocess.Popen[str]":
        probe = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.stock.probe"],
            cwd=paths.ROOT,
            env={**os.environ, **self._stock_variables},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.stack.callback(probe.wait, 10)
        assert probe.stdin is not None
        self.stack.callback(probe.stdin.close)
        return probe

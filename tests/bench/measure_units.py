"""What one more unit costs, and what many cost a worker."""

import os
import statistics
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import connection

from tests.bench import network
from tests.bench.bench import OURS, Bench
from tests.bench.figures import line
from tests.bench.load import get

SESSION = "bench-memory"


def provision(bench: Bench) -> Iterator[dict[str, Any]]:
    """Making the site of a unit while many exist; BENCH_UNITS changes how many."""
    units = int(os.environ.get("BENCH_UNITS") or bench.sizes.provision_at)
    bench.schools(units)
    times = []
    for _run in range(bench.sizes.provisions):
        number = bench.school_count + 1
        unit = network.register_school(number)
        started = time.perf_counter()
        network.make_school_site(unit, number)
        times.append(time.perf_counter() - started)
        bench.school_count = number
    yield line("provision", statistics.median(times), units=units, runs=len(times), longest=round(max(times), 3))


def memory(bench: Bench) -> Iterator[dict[str, Any]]:
    """One worker with one thread that has answered the home page of many units."""
    _ = bench.paths
    units = bench.sizes.memory_units
    bench.schools(units)
    variables = {**OURS, "DATABASE_URL": f"{os.environ['DATABASE_URL']}?application_name={SESSION}"}
    first = network.host_of(1)
    server = bench.serve("core.wsgi:application", host=first, variables=variables, workers=1, threads=1)
    before, database_before = server.resident_mb(), _backend_mb()
    for number in range(1, units + 1):
        get(server.port, network.host_of(number), "/")
    after, database_after = server.resident_mb(), _backend_mb()
    yield line("memory", after, units=units, after_one_unit=round(before, 1))
    if database_before and database_after:
        yield line("memory_database", database_after, units=units, after_one_unit=round(database_before, 1))


def _backend_mb() -> float | None:
    """Return the private memory of the worker's database session; None when the database is on another machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE application_name = %s", [SESSION])
        pids = [row[0] for row in cursor.fetchall()]
    with suppress(OSError):
        lines = [line for pid in pids for line in Path(f"/proc/{pid}/status").read_text().splitlines()]
        return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1024
    return None

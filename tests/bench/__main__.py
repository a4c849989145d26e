"""`python -m tests.bench [home,publish,…]`: one JSON line a figure, also written to var/bench.jsonl.

Needs DATABASE_URL (of a role that may make databases) and ELASTICSEARCH_URL; `make bench` starts both. BENCH_TINY runs
everything at sizes that prove nothing, for the test that keeps this from rotting.
"""

import json
import os
import secrets
import shutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import django

from infra.local import paths
from infra.local.failure import LocalError, run
from tests.bench.databases import fresh_database
from tests.bench.figures import NAMED_ONLY, registry

if TYPE_CHECKING:
    from tests.bench.bench import Bench, Sizes

RESULT = paths.VAR / "bench.jsonl"
FILES = paths.VAR / "bench"
# Drawing them takes half a minute, and they never change.
KEPT = "pictures"
SEARCH = "search"


def main() -> int:
    """Measure the figures named on the command line, or all. One that misses its aim is printed as it is."""
    from tests.bench.bench import TINY, Sizes

    names = [name for argument in sys.argv[1:] for name in argument.split(",")]
    with ExitStack() as stack:
        bench = prepare(stack, TINY if os.environ.get("BENCH_TINY") else Sizes(), files=FILES)
        measure(bench, names)
    return 0


def prepare(stack: ExitStack, sizes: "Sizes", *, files: Path) -> "Bench":
    """Set Django up on an empty database and empty folders of the run's own; `stack` removes the database."""
    files.mkdir(parents=True, exist_ok=True)
    for left in files.iterdir():
        if left.name != KEPT:
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    os.environ |= {
        "DATABASE_URL": stack.enter_context(fresh_database("lien_thong_bench")),
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        "LIEN_THONG_VAR": str(files),
        "SEARCH_PREFIX": f"bench-{secrets.token_hex(4)}",
        "LOG_LEVEL": "ERROR",
        "PAGE_CACHE": "0",  # the servers that are measured say for themselves whether they keep pages
    }
    django.setup()
    from django.db import connection

    from tests.bench.bench import Bench

    stack.callback(connection.close)
    return Bench(sizes, stack, files)


def measure(bench: "Bench", names: Sequence[str]) -> None:
    """Print the figures and write them to RESULT, each as soon as it is known. Raise LocalError for an unknown name.

    "search" names every figure of the search, except those that want their own name.
    """
    figures = registry()
    if SEARCH in names:
        every = [name for name in figures if name.startswith(SEARCH) and name not in NAMED_ONLY]
        names = [*every, *(name for name in names if name not in every)]
    if unknown := [name for name in names if name not in figures]:
        raise LocalError(f"Unknown: {', '.join(unknown)}. Choose from {', '.join(figures)}.")
    RESULT.write_text("", encoding="utf-8")
    for name in names or [name for name in figures if name not in NAMED_ONLY]:
        for found in figures[name](bench):
            text = json.dumps(found, ensure_ascii=False)
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
            with RESULT.open("a", encoding="utf-8") as stream:
                stream.write(text + "\n")


if __name__ == "__main__":
    run(main)

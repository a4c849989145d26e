"""Every figure once, at sizes that prove nothing: the measurements must not rot between the runs of `make bench`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from infra.local import paths
from tests.bench.figures import COMPARISONS, LINES, NAMED_ONLY, line

SECONDS = 300


@pytest.mark.parametrize(
    ("name", "value", "is_kept"), [("home", 1.3, True), ("home", 1.29, False), ("memory", 9, None)]
)
def test_line_tells_whether_its_aim_is_kept(name: str, value: float, is_kept: bool | None) -> None:
    assert line(name, value)["ok"] is is_kept


def test_aims_use_comparisons_that_exist() -> None:
    assert {aim.comparison for _unit, aim in LINES.values() if aim} <= COMPARISONS.keys()


@pytest.mark.elasticsearch
def test_every_figure_prints_its_lines(elasticsearch_url: str, chromium: str, tmp_path: Path) -> None:
    variables = {
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "ELASTICSEARCH_URL": elasticsearch_url,
        "CHROMIUM": chromium,
        "LIEN_THONG_VAR": str(tmp_path),
        "BENCH_TINY": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench"],
        check=False,
        cwd=paths.ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    printed = {json.loads(text)["name"] for text in done.stdout.splitlines() if text.startswith("{")}
    named_only = {name for name in LINES if name.startswith(tuple(NAMED_ONLY))}
    kept_apart = {name for name in LINES if name.startswith("search_shared")}
    assert printed >= LINES.keys() - {"memory_database"} - named_only - kept_apart

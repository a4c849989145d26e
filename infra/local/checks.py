"""Every static check a change must pass: `python -m infra.local.checks`. One line a check; all run before it fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from subprocess import PIPE, STDOUT

from infra.local import house_rules, paths
from infra.local.failure import run

CODE = ("core", "tenants", "sites", "search", "infra", "tests", "manage.py")
# Django's settings want an address; none of these checks opens a connection.
NO_DATABASE = "postgresql://checks@127.0.0.1:1/checks"
# Taste (line breaks after headings), and what stands elsewhere on purpose (addresses of units, the title's include).
UNWANTED_TEMPLATE_RULES = "D018,H015,H016,H022,H030,H031,H043"


def checks() -> Iterator[tuple[str, list[str]]]:
    """Yield each check's name and command. The slow ones come first: two run at a time."""
    programs = paths.VENV / "bin"
    templates = sorted(str(path.relative_to(paths.ROOT)) for path in (paths.ROOT / "templates").rglob("*.html"))
    yield "types (mypy)", [f"{programs}/mypy"]
    yield "migrations complete", [f"{programs}/python", "manage.py", "makemigrations", "--check", "--dry-run"]
    yield "imports point one way", [f"{programs}/lint-imports"]
    yield "lint (ruff)", [f"{programs}/ruff", "check", *CODE]
    yield "format (ruff)", [f"{programs}/ruff", "format", "--check", *CODE]
    yield "house rules", [f"{programs}/python", "-m", house_rules.__name__]
    yield "templates indented (djhtml)", [f"{programs}/djhtml", "--check", "--tabwidth", "2", *templates]
    yield "templates formatted (djade)", [f"{programs}/djade", "--check", "--target-version", "5.2", *templates]
    djlint = [f"{programs}/djlint", "--lint", "--quiet", "--profile", "django", "--ignore", UNWANTED_TEMPLATE_RULES]
    yield "templates well-formed (djlint)", [*djlint, *templates]


def run_check(name: str, command: list[str]) -> bool:
    """Run one check and print its line, followed by its output when it fails."""
    began = time.monotonic()
    environment = {"DATABASE_URL": NO_DATABASE, **os.environ, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        command, cwd=paths.ROOT, env=environment, check=False, stdout=PIPE, stderr=STDOUT, encoding="utf-8"
    )
    passed = done.returncode == 0
    line = f"{'ok' if passed else 'FAILED':<6}  {name}  {time.monotonic() - began:.1f} s\n"
    sys.stdout.write(line if passed else f"{line}{done.stdout.rstrip()}\n")
    sys.stdout.flush()
    return passed


def main() -> int:
    """Run all checks. Exit code 1 when one failed."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        passed = list(pool.map(lambda check: run_check(*check), checks()))
    return 0 if all(passed) else 1


if __name__ == "__main__":
    run(main)

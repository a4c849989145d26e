"""Everything a change must pass: `python -m infra.local.test [pytest's arguments]`.

Without arguments: prerequisites, static checks, all tests, and the tenancy and isolation tests (but the walks over all
addresses) once more on Debian's older PostgreSQL. With arguments only that part of the tests, which starts
Elasticsearch when a test asks for it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from infra.local import checks, elasticsearch_install, paths, prerequisites, services
from infra.local.failure import INTERRUPTED, run

# One process a core, each test file in one of them: each process has a database of its own.
SIDE_BY_SIDE = ("-n", "logical", "--dist", "loadfile", "--no-loadscope-reorder")
SLOWEST = ("--durations", "15", "--durations-min", "4")
OLDER_POSTGRES_TESTS = ("tests/tenants", "tests/isolation", "-m", "not walk")
PYTEST_STOP_SECONDS = 30.0


def run_pytest(arguments: list[str], variables: Mapping[str, str]) -> int:
    """Run pytest and return its exit code. On Ctrl-C or SIGTERM it gets time to tidy up."""
    pytest = subprocess.Popen(
        [sys.executable, "-m", "pytest", *arguments], cwd=paths.ROOT, env={**os.environ, **variables}
    )
    try:
        return pytest.wait()
    except KeyboardInterrupt:
        pytest.send_signal(signal.SIGINT)
        try:
            pytest.wait(PYTEST_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            pytest.kill()
        return INTERRUPTED


def run_everything(variables: dict[str, str]) -> int:
    """Run checks and tests to the end and return the first exit code that is not 0."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        node = pool.submit(services.elasticsearch_url)  # comes up while the checks run
        codes = [checks.main()]
        variables["ELASTICSEARCH_URL"] = node.result() or ""
    codes.append(run_pytest([*SIDE_BY_SIDE, *SLOWEST, "-m", "not alone"], variables))
    if codes[-1] != INTERRUPTED:
        codes.append(run_pytest([*SLOWEST, "-m", "alone"], variables))
    older = services.older_postgres_server()
    if older and codes[-1] != INTERRUPTED:
        older.start()
        print(f"\nOnce more on the PostgreSQL of {older.programs}", flush=True)
        codes.append(
            run_pytest([*SIDE_BY_SIDE, *SLOWEST, *OLDER_POSTGRES_TESTS], {**variables, "DATABASE_URL": older.url})
        )
    return next((code for code in codes if code), 0)


def main() -> int:
    """Start what the tests need, run them, and stop it again whatever happens."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    arguments = sys.argv[1:]
    prerequisites.ensure()
    elasticsearch_install.install()
    with services.in_use(), tempfile.TemporaryDirectory(prefix="lien-thong-test-") as files:
        variables = {
            "DATABASE_URL": services.database_url(),
            "CHROMIUM": prerequisites.browser() or "",
            "TEST_VAR_DIR": files,
            "REQUIRE_ALL": "1" if os.environ.get("CI") == "true" else "",
        }
        return run_pytest(arguments, variables) if arguments else run_everything(variables)


if __name__ == "__main__":
    run(main)

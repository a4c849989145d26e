"""Measurements: `python -m infra.local.bench [home,publish,…]` runs `tests/bench` on durable servers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from infra.local import account, elasticsearch_install, paths, services
from infra.local.failure import run
from infra.local.postgres import Server


def main() -> int:
    """Start what the measurements need, run them, and stop it again whatever happens."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    elasticsearch_install.install()
    given = os.environ.get("DATABASE_URL")
    server = Server(account.place_for(paths.VAR / "postgres-bench"))
    with services.in_use():
        try:
            if not given:
                server.start()
            variables = {"DATABASE_URL": given or server.url, "ELASTICSEARCH_URL": services.elasticsearch_url() or ""}
            command = [sys.executable, "-m", "tests.bench", *sys.argv[1:]]
            return subprocess.run(command, check=False, cwd=paths.ROOT, env={**os.environ, **variables}).returncode
        finally:
            if not given:
                server.stop()


if __name__ == "__main__":
    run(main)

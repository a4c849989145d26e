"""Measurements: `python -m infra.local.bench [home,publish,…]` runs `tests/bench` on durable servers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from infra.local import account, elasticsearch, elasticsearch_install, paths, prerequisites
from infra.local.failure import run
from infra.local.postgres import Server


def main() -> int:
    """Start what the measurements need, run them, and stop it again whatever happens."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    prerequisites.ensure(["chromium", "java", "maven"])
    elasticsearch_install.install()
    given = os.environ.get("DATABASE_URL")
    server = Server(account.place_for(paths.VAR / "postgres-bench"))
    node = account.place_for(paths.VAR / "elasticsearch-bench")
    try:
        if not given:
            server.start()
        search = os.environ.get("ELASTICSEARCH_URL") or elasticsearch.start(node, is_quick=False).url
        variables = {"DATABASE_URL": given or server.url, "ELASTICSEARCH_URL": search}
        command = [sys.executable, "-m", "tests.bench", *sys.argv[1:]]
        return subprocess.run(command, check=False, cwd=paths.ROOT, env={**os.environ, **variables}).returncode
    finally:
        elasticsearch.stop(node)
        server.stop()


if __name__ == "__main__":
    run(main)

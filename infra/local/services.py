"""The servers tests run against: throwaway ones below `var/test`, shared by all test runs of this checkout.

DATABASE_URL and ELASTICSEARCH_URL name other servers, which are then neither started nor stopped here.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from infra.local import account, elasticsearch, elasticsearch_install, paths, postgres_binaries, processes
from infra.local.postgres import Server

FOLDER = paths.VAR / "test"


def postgres_server() -> Server:
    """Return the embedded server of the tests."""
    return Server(account.place_for(FOLDER / "postgres"), throwaway=True)


def older_postgres_server() -> Server | None:
    """Return a second server on Debian's older PostgreSQL, or None when that is not installed."""
    programs = postgres_binaries.debian()
    return Server(account.place_for(FOLDER / "postgres-debian"), programs, throwaway=True) if programs else None


def elasticsearch_folder() -> Path:
    """Return the folder of the tests' node."""
    return account.place_for(FOLDER / "elasticsearch")


@contextlib.contextmanager
def in_use() -> Iterator[None]:
    """Announce a test run. When the last one leaves, whatever it started is stopped, also after Ctrl-C."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with processes.shared(FOLDER, stop=stop):
        yield


def stop() -> None:
    """Stop the tests' servers. PostgreSQL's data stay for the next run: its template database takes long to make."""
    postgres_server().stop()
    if older := older_postgres_server():
        older.stop()
    elasticsearch.stop(elasticsearch_folder())
    shutil.rmtree(elasticsearch_folder(), ignore_errors=True)


def database_url() -> str:
    """Return DATABASE_URL, or the address of the embedded server, started. Call it inside `in_use()`."""
    if given := os.environ.get("DATABASE_URL"):
        return given
    server = postgres_server()
    server.start()
    return server.url


def elasticsearch_url() -> str | None:
    """Return ELASTICSEARCH_URL, or the address of a node, started (10 s); None when it is not installed.

    The developer's own node (`make elasticsearch`) is used while it runs. Call it inside `in_use()`.
    """
    if given := os.environ.get("ELASTICSEARCH_URL"):
        return given
    if node := elasticsearch.running(elasticsearch.default_folder()):
        return node.url
    if not elasticsearch_install.is_installed():
        return None
    return elasticsearch.start(elasticsearch_folder()).url

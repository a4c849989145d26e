"""Fresh databases for one run, on the server of DATABASE_URL."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg2


@contextmanager
def fresh_database(name: str) -> Iterator[str]:
    """Make an empty database beside the one DATABASE_URL names; yield its address, drop it at the end."""
    given = os.environ["DATABASE_URL"]
    _run(given, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
    finally:
        _run(given, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _run(url: str, *statements: str) -> None:
    with closing(psycopg2.connect(url)) as raw:
        raw.autocommit = True
        with raw.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

"""One template database a set of migrations, copied for each run: tests start in under a second once it exists."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
import psycopg2.errors
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from tenants.units.schema_template import migrations_hash
from tests.support import network

ROOT = Path(__file__).resolve().parents[2]
# What the template holds besides migrations: the starting tree, roles and the two twin units.
SOURCES = [
    "sites/starter",
    "sites/roles.py",
    "tenants/units/data",
    "tenants/units/schema_template.py",
    "tests/support/network.py",
]


def template_name() -> str:
    """Return the name of the template database that fits the code on disk."""
    digest = hashlib.sha256(migrations_hash().encode())
    for source in SOURCES:
        path = ROOT / source
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in {".py", ".json"}:
                digest.update(file.read_bytes())
    return f"lt_template_{digest.hexdigest()[:12]}"


@contextmanager
def maintenance() -> Iterator["psycopg2.extensions.cursor"]:
    """Yield a cursor on the server's `postgres` database in autocommit mode."""
    params = connection.get_connection_params()
    with closing(psycopg2.connect(**{**params, "dbname": "postgres"})) as raw:
        raw.autocommit = True
        with raw.cursor() as cursor:
            yield cursor


def use_database(name: str) -> None:
    """Point Django's connection at `name`."""
    connections["default"].close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def ensure_template() -> str:
    """Return the template with the small network, made first when it is missing; two runs at once make it once."""
    return _ensure(template_name(), fill=network.build)


def empty_template() -> str:
    """Return the template without any unit, for tests that fill a network of their own."""
    return _ensure(f"{template_name()}_empty", fill=lambda: None)


def _ensure(name: str, *, fill: Callable[[], None]) -> str:
    with maintenance() as cursor:
        cursor.execute("SELECT pg_advisory_lock(7714)")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            building = f"{name}_building"
            cursor.execute(f"DROP DATABASE IF EXISTS {building}")
            cursor.execute(f"CREATE DATABASE {building} TEMPLATE template0 ENCODING 'UTF8'")
            use_database(building)
            call_command("prepare", verbosity=0)
            fill()
            connections["default"].close()
            cursor.execute(f"ALTER DATABASE {building} RENAME TO {name}")
        cursor.execute("SELECT pg_advisory_unlock(7714)")
    return name


@contextmanager
def copied_database(name: str, *, template: str | None = None) -> Iterator[str]:
    """Make database `name` from the template, drop it at the end."""
    template = template or ensure_template()
    connections["default"].close()
    with maintenance() as cursor:
        _drop(cursor, name)
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    try:
        yield name
    finally:
        connections["default"].close()
        with maintenance() as cursor:
            _drop(cursor, name)


def _drop(cursor: "psycopg2.extensions.cursor", name: str) -> None:
    """Drop the database, with whatever sessions killed processes left.

    A role that is no superuser may not end autovacuum by force; a plain DROP asks it to stop, and waits.
    """
    try:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    except psycopg2.errors.InsufficientPrivilege:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")


def run_database_name() -> str:
    """Return a database name of this process's own."""
    return f"test_lt_{os.getpid()}"

"""What the tests of faults compare: every row of every schema, and every stored file."""

import os
import traceback
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from core import failpoints

Digest = dict[str, tuple[int, int]]


def rows() -> Digest:
    """Return table → (number of rows, sum of their hashes) over `public` and all units, as committed now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname || '.' || quote_ident(tablename) FROM pg_tables"
            " WHERE schemaname = 'public' OR schemaname LIKE 't\\_%' ORDER BY 1"
        )
        tables = [row[0] for row in cursor.fetchall()]
        one = "SELECT '{0}', count(*), coalesce(sum(hashtext(t::text)::bigint), 0) FROM {0} t"
        cursor.execute(" UNION ALL ".join(one.format(table) for table in tables))
        return {name: (count, digest) for name, count, digest in cursor.fetchall()}


def changed(before: Digest, after: Digest) -> set[str]:
    """Return the tables that differ."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def files() -> set[Path]:
    """Return every file of the units and of the exchange store."""
    roots = (Path(settings.MEDIA_ROOT), Path(settings.EXCHANGE_ROOT))
    return {path for root in roots for path in root.rglob("*") if path.is_file()}


def signal_that_ended(act: Callable[[], object], *, at_step: str) -> int:
    """Run `act` in a process of its own that dies at the failpoint; return the signal, 0 when it lived to the end.

    A fork has the code loaded already, so that walking all steps takes seconds; its connection is its own.
    """
    connections.close_all()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            failpoints._ARMED = at_step
            act()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status)
    assert os.WEXITSTATUS(status) == 0, f"the action failed before {at_step}"
    return 0

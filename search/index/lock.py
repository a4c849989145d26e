from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import connection


class Lock(IntEnum):
    """Advisory locks of PostgreSQL. Any numbers that no other part of the project uses."""

    LIFECYCLE = 0x5EA4C4
    SWEEP = 0x5EA4C5


class BusyError(Exception):
    """Another process is making, filling, swapping or comparing an index at this moment."""


@contextmanager
def one_at_a_time(lock: Lock, *, waits: bool = True) -> Iterator[None]:
    """Hold the lock for this database session; it ends with the session if the process dies.

    Raise BusyError when another process holds it and waits is false.
    """
    with connection.cursor() as cursor:
        if waits:
            cursor.execute("SELECT pg_advisory_lock(%s)", [lock])
        else:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
            if not cursor.fetchone()[0]:
                raise BusyError("another process is at work on the index; wait until it has ended")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])

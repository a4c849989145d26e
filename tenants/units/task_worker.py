"""Runs queued tasks inside their units, brings failed ones back, and takes over from dead workers."""

import random
import zlib
from datetime import timedelta
from typing import Any

import psycopg2
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from core.schema import leave
from core.tasks.models import Attempt
from core.tasks.signals import task_died
from tenants.units.context import use_schema

MAX_ATTEMPTS = 6
FIRST_WAIT_SECONDS = 5
# Namespace of the advisory locks by which a worker shows that it lives.
ALIVE_LOCKS = 7720


class UnitWorker(Worker):
    """django-tasks' worker plus unit, retries and a sign of life.

    The sign is a lock held by a connection of the worker's own: PostgreSQL drops it the moment the process is gone.
    """

    def __init__(self, *, worker_id: str, queue_names: list[str], interval: float = 0.5, batch: bool = False) -> None:
        super().__init__(
            queue_names=queue_names,
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
            excluded_queue_names=[],
        )
        self._life = self._show_life()

    def _show_life(self) -> Any:
        life = psycopg2.connect(**connection.get_connection_params())
        life.autocommit = True
        with life.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [ALIVE_LOCKS, life_key(self.worker_id)])
        return life

    def _stay_alive(self) -> None:
        """Show the sign again when the server was restarted: tasks of a worker that seems gone would run twice."""
        try:
            with self._life.cursor() as cursor:
                cursor.execute("SELECT 1")
        except psycopg2.Error:
            self._life = self._show_life()

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        self._stay_alive()
        attempt = Attempt.objects.get(task=db_task_result)
        with use_schema(attempt.schema_name):
            super().run_task(db_task_result)
        leave()
        if db_task_result.status == "FAILED":
            try_again(db_task_result, attempt)


@transaction.atomic
def try_again(row: DBTaskResult[Any, Any], attempt: Attempt) -> None:
    """Queue a failed task once more, later each time; after MAX_ATTEMPTS it is dead and the console shows it."""
    if _count_attempt(attempt, error=row.traceback):
        wait = FIRST_WAIT_SECONDS * 2**attempt.attempts * random.uniform(0.8, 1.2)  # noqa: S311 spreads load, hides nothing
        _queue(row, wait_seconds=wait)


def revive(*, task_id: Any) -> None:
    """Give a dead task a fresh start (the console's button)."""
    attempt = Attempt.objects.select_related("task").get(task_id=task_id, is_dead=True)
    attempt.attempts, attempt.is_dead = 0, False
    attempt.save()
    _queue(attempt.task, wait_seconds=0)


@transaction.atomic
def take_over_from_dead_workers() -> int:
    """Queue again what workers held that are gone (`kill -9`, a lost machine); return how many tasks.

    It counts as an attempt: a task that takes its worker along each time (memory) ends up dead and seen as well.
    """
    count = 0
    running = DBTaskResult.objects.filter(status="RUNNING").select_for_update(skip_locked=True, of=("self",))
    for row in running:
        if row.worker_ids and _is_gone(row.worker_ids[-1]):
            if _count_attempt(row.attempt, error=f"worker {row.worker_ids[-1]} was gone before the task ended"):
                _queue(row, wait_seconds=0)
            else:
                DBTaskResult.objects.filter(pk=row.pk).update(status="FAILED", finished_at=timezone.now())
            count += 1
    return count


def life_key(worker_id: str) -> int:
    """Return the worker's lock number: 32 bits, signed, as PostgreSQL wants it."""
    return zlib.crc32(worker_id.encode()) - 2**31


def _is_gone(worker_id: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [ALIVE_LOCKS, life_key(worker_id)])
        return bool(cursor.fetchone()[0])


def _count_attempt(attempt: Attempt, *, error: str) -> bool:
    """Note a run that failed; return whether another one is due."""
    attempt.attempts += 1
    attempt.last_error = error[-4000:]
    attempt.is_dead = attempt.attempts >= MAX_ATTEMPTS
    attempt.save()
    if attempt.is_dead:
        with use_schema(attempt.schema_name):
            task_died.send(sender=Attempt, attempt=attempt)
    return not attempt.is_dead


def _queue(row: DBTaskResult[Any, Any], *, wait_seconds: float) -> None:
    DBTaskResult.objects.filter(pk=row.pk).update(
        status="READY", run_after=timezone.now() + timedelta(seconds=wait_seconds), started_at=None, finished_at=None
    )

"""The worker: what a killed one held is taken over, what fails is tried again and then seen, nothing runs twice."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.tasks.models import Attempt
from tenants.units import task_worker
from tenants.units.context import use_site
from tenants.units.task_worker import MAX_ATTEMPTS, UnitWorker, revive, take_over_from_dead_workers
from tests.faults import tasks
from tests.faults.conftest import killed
from tests.support.database import maintenance
from tests.support.network import site_of

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("network")]


@pytest.fixture(autouse=True)
def idle(network: None) -> None:
    """What making the network left in the queues is done."""
    DBTaskResult.objects.all().delete()


@contextmanager
def worker(name: str = "second") -> Iterator[UnitWorker]:
    """A worker in this process that ends when nothing is due."""
    made = UnitWorker(worker_id=name, queue_names=[tasks.QUEUE], batch=True)
    yield made
    made._life.close()


def work() -> None:
    """Run whatever is due, waiting times over."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
    with worker() as one:
        one.run()


def worker_that_holds(seen: Path) -> int:
    """Start a worker process on a task of An Bình's that never ends; return its number once it has begun."""
    began_read, began_write = os.pipe()
    with use_site(site_of("th-an-binh")):
        tasks.hold.enqueue(began_write, str(seen))
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            UnitWorker(worker_id="first", queue_names=[tasks.QUEUE]).run()
        finally:
            os._exit(1)
    assert os.read(began_read, 1) == b"x"
    os.close(began_read)
    os.close(began_write)
    return child


def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    child = worker_that_holds(tmp_path / "seen")
    assert take_over_from_dead_workers() == 0, "it lives"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    killed.append("worker")
    while not take_over_from_dead_workers():  # the server notices within a moment
        pass
    assert take_over_from_dead_workers() == 0
    work()
    row = DBTaskResult.objects.get()
    assert (row.status, row.return_value) == ("SUCCESSFUL", site_of("th-an-binh").schema_name)
    assert row.worker_ids == ["first", "second"]


def test_a_task_that_takes_its_worker_along_ends_dead_and_seen(monkeypatch) -> None:
    tasks.fail.enqueue()
    for _ in range(MAX_ATTEMPTS):
        DBTaskResult.objects.update(status="RUNNING", worker_ids=["gone"])
        assert take_over_from_dead_workers() == 1
    attempt = Attempt.objects.get()
    assert attempt.is_dead
    assert "gone before the task ended" in attempt.last_error
    assert DBTaskResult.objects.get().status == "FAILED"


def test_a_failing_task_is_tried_again_later_each_time_then_dead_and_seen(monkeypatch) -> None:
    monkeypatch.setattr(task_worker.random, "uniform", lambda low, high: 1.0)
    tasks.fail.enqueue()
    waits = []
    for _ in range(MAX_ATTEMPTS - 1):
        work()
        row = DBTaskResult.objects.get()
        assert row.status == "READY"
        waits.append(round((row.run_after - timezone.now()).total_seconds() / 10))
    assert waits == [1, 2, 4, 8, 16]
    work()
    attempt = Attempt.objects.get()
    assert attempt.is_dead
    assert "the mail server is away" in attempt.last_error
    assert DBTaskResult.objects.get().status == "FAILED"
    revive(task_id=attempt.task_id)
    assert DBTaskResult.objects.get().status == "READY"


def test_a_worker_whose_connection_was_cut_is_not_taken_for_dead() -> None:
    """After a restart of the server the sign of life is gone though the worker lives on."""
    tasks.look_for_dead_workers.enqueue()
    with worker() as one:
        with maintenance() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [one._life.info.backend_pid])
        one.run()
    row = DBTaskResult.objects.get()
    assert (row.status, row.return_value) == ("SUCCESSFUL", 0)

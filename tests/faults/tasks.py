"""Tasks as unkind as those of test_worker.py need them."""

import os
import signal
from pathlib import Path

from django_tasks import task

from core.schema import active_schema
from tenants.units.task_worker import take_over_from_dead_workers

QUEUE = "take_down"


@task(queue_name=QUEUE)
def hold(began: int, seen: str) -> str:
    """The first time, tell through the pipe `began` and wait for the end; the next time, return the active schema."""
    if not Path(seen).exists():
        Path(seen).touch()
        os.write(began, b"x")
        signal.pause()
    return active_schema()


@task(queue_name=QUEUE)
def fail() -> None:
    raise RuntimeError("the mail server is away")


@task(queue_name=QUEUE)
def look_for_dead_workers() -> int:
    return take_over_from_dead_workers()

"""A worker at one task, without its pauses."""

import uuid
from typing import Any

from django_tasks_db.models import DBTaskResult

from tenants.units.task_worker import MAX_ATTEMPTS, UnitWorker


def run_once(task: Any) -> None:
    """Run the one waiting row of the task as a worker of the lane `default` does."""
    worker = UnitWorker(worker_id=f"tests-{uuid.uuid4().hex}", queue_names=["default"])
    row = DBTaskResult.objects.get(status="READY", task_path=task.module_path)
    row.claim(worker.worker_id)
    worker.run_task(row)


def give_up(task: Any) -> None:
    """Run it as often as a worker would before it gives up."""
    for _attempt in range(MAX_ATTEMPTS):
        run_once(task)


def broken(**values: object) -> None:
    """Stand in for any part of a task."""
    raise OSError("no space left on device")

import uuid

from django_tasks_db.models import DBTaskResult

from core.tasks.models import Attempt
from tenants.units.task_worker import UnitWorker


def run_tasks(queue: str = "mail") -> None:
    """Do what waits in a queue, as the worker does: each in the unit it was asked in, within the test's transaction."""
    worker = UnitWorker(worker_id=f"tests-{uuid.uuid4().hex}", queue_names=[queue])
    while row := DBTaskResult.objects.ready().filter(queue_name=queue).first():
        row.claim(worker.worker_id)
        worker.run_task(row)
        assert not Attempt.objects.exclude(last_error="").values_list("last_error", flat=True)

"""The task queue in PostgreSQL, each row stamped with the unit it belongs to.

A row is written in the transaction that asks for the work, so it exists exactly when the change does.
"""

from typing import Any

from django.db import transaction
from django_tasks_db.backend import DatabaseBackend

from core.schema import active_schema


class UnitTaskBackend(DatabaseBackend):
    """django-tasks' database backend plus one `Attempt` row that names the active schema."""

    def _task_to_db_task(self, task: Any, args: Any, kwargs: Any) -> Any:
        from core.tasks.models import Attempt

        # No savepoint of its own: a row without the other would be wrong in any case, so the whole change fails.
        with transaction.atomic(savepoint=False):
            row = super()._task_to_db_task(task, args, kwargs)
            Attempt.objects.create(task=row, schema_name=active_schema())
        return row

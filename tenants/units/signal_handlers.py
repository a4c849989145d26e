"""Events the units' own background work must follow, each one call that is safe to run twice."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from core.tasks.models import Attempt
from core.tasks.signals import task_died
from tenants.units.importing.run import follow_dead_task


@receiver(task_died)
def end_import(sender: type, attempt: Attempt, **kwargs: Any) -> None:
    follow_dead_task(attempt=attempt, at=timezone.now())

"""The roll-out in the worker; it crosses the units itself, so it belongs to none."""

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from core.schema import PUBLIC
from sites.starter.roll_out import roll_out
from tenants.units.context import use_schema


@task
def roll_out_everywhere() -> int:
    """Bring all units to today's plan; return how many were reached. After a kill it goes on where it stopped."""
    return sum(1 for _outcome in roll_out(clock=timezone.now))


def is_rolling_out() -> bool:
    """Return whether a roll-out waits or runs."""
    waiting = DBTaskResult.objects.filter(status__in=["READY", "RUNNING"])
    return waiting.filter(task_path=roll_out_everywhere.module_path).exists()


def ask_to_roll_out() -> bool:
    """Queue a roll-out unless one waits or runs; return whether it was queued now."""
    if is_rolling_out():
        return False
    with use_schema(PUBLIC):
        roll_out_everywhere.enqueue()
    return True

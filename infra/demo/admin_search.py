"""The admin's search of the demo, filled at once: the worker would need minutes, one task a page or picture."""

from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task

from tenants.units.context import use_site
from tenants.units.models import UnitSite


@transaction.atomic
def index_now(site: UnitSite) -> None:
    """Index the unit in bulk and drop the tasks that asked for it; do nothing where none waits."""
    waiting = DBTaskResult.objects.ready().filter(
        task_path=insert_or_update_object_task.module_path, attempt__schema_name=site.schema_name
    )
    if not waiting.exists():
        return
    with use_site(site):
        call_command("update_index", verbosity=0)
    waiting.delete()

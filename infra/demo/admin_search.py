"""The admin's search of the demo, filled at once: the worker would need minutes, one task a page or picture."""

from collections import defaultdict

from django.apps import apps
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from modelsearch.backends import get_search_backend
from modelsearch.tasks import insert_or_update_object_task

from tenants.units.context import use_site
from tenants.units.models import UnitSite


@transaction.atomic
def index_now(site: UnitSite) -> None:
    """Do in bulk what the unit's waiting tasks ask for, and drop them."""
    waiting = DBTaskResult.objects.ready().filter(
        task_path=insert_or_update_object_task.module_path, attempt__schema_name=site.schema_name
    )
    asked: dict[tuple[str, str], set[object]] = defaultdict(set)
    for task in waiting:
        app_label, model_name, key = task.args_kwargs["args"]
        asked[app_label, model_name].add(key)
    with use_site(site):
        for name, keys in asked.items():
            model = apps.get_model(*name)
            get_search_backend().add_bulk(model, model._default_manager.filter(pk__in=keys))
    waiting.delete()

"""Files: the task that deletes one runs in its own unit and cannot reach another's, unlike the stock parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django_tasks import task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tenants.files.storage import TenantFileSystemStorage
from wagtail.tasks import delete_file_from_storage_task

from core.media.storage import UnitStorage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tenants.units.task_worker import UnitWorker

NAMES = {"ours": "{schema}/AAAAAAAAAAAAAAAAAAAAAA/le.jpg", "stock": "images/le.jpg"}


@pytest.fixture
def worker(db: None) -> Iterator[UnitWorker]:
    """A worker that is handed each task by the test."""
    worker = UnitWorker(worker_id="isolation", queue_names=["default"])
    yield worker
    worker._life.close()


@pytest.mark.parametrize("parts", ["ours", "stock"])
def test_a_file_is_deleted_in_the_unit_that_asked(
    an_binh: UnitSite, phu_hoa: UnitSite, worker: UnitWorker, monkeypatch, tmp_path: Path, parts: str
) -> None:
    """Both units have a file of the same name; An Bình deletes its own while the worker last served Phú Hòa."""
    monkeypatch.setattr(project, "MEDIA_ROOT", str(tmp_path))
    storage = UnitStorage() if parts == "ours" else TenantFileSystemStorage()
    if parts == "stock":
        monkeypatch.setattr(project, "MULTITENANT_RELATIVE_MEDIA_ROOT", "%s", raising=False)
        monkeypatch.setattr(type(task_backends["default"]), "_task_to_db_task", DatabaseBackend._task_to_db_task)
        monkeypatch.setattr(UnitWorker, "run_task", Worker.run_task)
    paths = {}
    for site in (an_binh, phu_hoa):
        with use_site(site):
            name = NAMES[parts].format(schema=site.schema_name)
            assert storage.save(name, ContentFile(b"a")) == name
            paths[site] = Path(storage.path(name))
    with use_site(an_binh):
        name = NAMES[parts].format(schema=an_binh.schema_name)
        queued = delete_file_from_storage_task.enqueue(storage.deconstruct(), name)
    with use_site(phu_hoa):
        worker.run_task(DBTaskResult.objects.get(pk=queued.id))
    gone = {site.unit.code for site, path in paths.items() if not path.exists()}
    assert gone == ({"th-an-binh"} if parts == "ours" else {"th-phu-hoa"})


def test_a_path_of_another_unit_is_refused(an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    """Should a task be stamped wrongly all the same, it finds no way out of the unit it runs in."""
    with use_site(an_binh):
        storage = UnitStorage()
        path = storage.save(storage.generate_filename("le.jpg"), ContentFile(b"a"))
    with use_site(phu_hoa), pytest.raises(SuspiciousFileOperation):
        delete_file_from_storage_task.call(UnitStorage().deconstruct(), path)

"""A list from upload to register: the dry run at once, the writing by the worker."""

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from core.identity.models import Identity
from core.schema import PUBLIC
from core.tasks.models import Attempt
from tenants.units.context import use_schema
from tenants.units.importing.read import ListError
from tenants.units.importing.report import Report
from tenants.units.importing.write import check_list, make_sites, write_list
from tenants.units.models import ImportRun, ImportState
from tenants.units.task_worker import revive

_MOVING = frozenset({ImportState.QUEUED, ImportState.RUNNING})


@transaction.atomic
def start_run(*, filename: str, content: bytes, with_sites: bool, by: Identity, at: datetime) -> ImportRun:
    """Read an uploaded list without writing it and keep it with what was found. Raise ListError when it is no list.

    5,000 rows take about a second.
    """
    report = check_list(content)
    return ImportRun.objects.create(
        filename=filename[:200],
        content=content,
        with_sites=with_sites,
        state=ImportState.CHECKED if report.may_be_written else ImportState.REFUSED,
        report=report.to_json(),
        sites_wanted=len(report.sites) if with_sites else 0,
        by=by,
        created_at=at,
    )


@transaction.atomic
def ask_to_write(*, run_pk: uuid.UUID) -> None:
    """Queue the writing of a list whose dry run found nothing to correct, or that gave up. Asked twice, written once.

    Raise ListError for a list with something to correct.
    """
    run = ImportRun.objects.select_for_update().get(pk=run_pk)
    if run.state == ImportState.REFUSED:
        raise ListError(_("Danh sách còn chỗ cần sửa nên chưa ghi được. Hãy sửa tệp rồi tải lên lại."))
    if run.state == ImportState.CHECKED:
        dead = _attempts_of(run).filter(is_dead=True).first()
        run.state, run.finished_at = ImportState.QUEUED, None
        run.save(update_fields=["state", "finished_at"])
        if dead:  # its own task once more, which would otherwise stand as given up on the console for ever
            revive(task_id=dead.task_id)
            return
        with use_schema(PUBLIC):
            write_run.enqueue(run_pk=str(run.pk))


@task
def write_run(run_pk: str) -> None:
    """Write the list, then make its sites one by one; after a kill it runs again and continues.

    Each site counts at once, so that whoever waits sees it. Problems that came up since the dry run refuse the list.
    """
    run = ImportRun.objects.select_related("by").get(pk=run_pk)
    if run.state not in _MOVING and not run.has_stopped:  # stopped: the console has revived its task
        return
    _update(run, state=ImportState.RUNNING, finished_at=None)
    content = bytes(run.content)
    kept = Report.from_json(run.report)  # of the dry run: what is new is known only before it is written
    with transaction.atomic():
        report = write_list(content=content, by=run.by, at=timezone.now())
        if not report.may_be_written:
            _update(run, state=ImportState.REFUSED, report=report.to_json(), finished_at=timezone.now())
            return
        kept.is_written = True
        _update(run, report=kept.to_json())
    if run.with_sites:
        left = run.sites_wanted
        kept.problems = make_sites(
            content=content,
            by=run.by,
            at=timezone.now(),
            progress=lambda done: _update(run, sites_made=min(run.sites_made + 1, left)),
        )
    _update(run, state=ImportState.DONE, report=kept.to_json(), finished_at=timezone.now())


def follow_dead_task(*, attempt: Attempt, at: datetime) -> None:
    """Bring the run whose task was given up back to where it may be started: whoever waits reads what happened."""
    if attempt.task.task_path == write_run.module_path:
        run_pk = attempt.task.args_kwargs["kwargs"]["run_pk"]
        moving = ImportRun.objects.filter(pk=run_pk, state__in=_MOVING)
        moving.update(state=ImportState.CHECKED, finished_at=at)


def _attempts_of(run: ImportRun) -> QuerySet[Attempt]:
    return Attempt.objects.filter(
        task__task_path=write_run.module_path, task__args_kwargs__kwargs__run_pk=str(run.pk)
    ).order_by("-pk")


def _update(run: ImportRun, **values: object) -> None:
    for name, value in values.items():
        setattr(run, name, value)
    ImportRun.objects.filter(pk=run.pk).update(**values)

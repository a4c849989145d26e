"""A list from upload to register: the dry run at once, the writing by the worker."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from core.identity.models import Identity
from core.schema import PUBLIC
from tenants.units.context import use_schema
from tenants.units.importing.read import ListError
from tenants.units.importing.report import Report
from tenants.units.importing.write import check_list, make_sites, write_list
from tenants.units.models import ImportRun, ImportState


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
    """Queue the writing of a list whose dry run found nothing to correct. Asked twice, it is written once.

    Raise ListError for a list with something to correct.
    """
    run = ImportRun.objects.select_for_update().get(pk=run_pk)
    if run.state == ImportState.REFUSED:
        raise ListError(_("Danh sách còn chỗ cần sửa nên chưa ghi được. Hãy sửa tệp rồi tải lên lại."))
    if run.state == ImportState.CHECKED:
        run.state = ImportState.QUEUED
        run.save(update_fields=["state"])
        with use_schema(PUBLIC):
            write_run.enqueue(run_pk=str(run.pk))


@task
def write_run(run_pk: str) -> None:
    """Write the list, then make its sites one by one; after a kill it runs again and continues.

    Each site counts at once, so that whoever waits sees it. Problems that came up since the dry run refuse the list.
    """
    run = ImportRun.objects.select_related("by").get(pk=run_pk)
    if run.state not in {ImportState.QUEUED, ImportState.RUNNING}:
        return
    _update(run, state=ImportState.RUNNING)
    content = bytes(run.content)
    report = write_list(content=content, by=run.by, at=timezone.now())
    if not report.may_be_written:
        _update(run, state=ImportState.REFUSED, report=report.to_json(), finished_at=timezone.now())
        return
    kept = Report.from_json(run.report)  # of the dry run: what is new is known only before it is written
    if run.with_sites:
        left = run.sites_wanted
        kept.problems = make_sites(
            content=content,
            by=run.by,
            at=timezone.now(),
            progress=lambda done: _update(run, sites_made=min(run.sites_made + 1, left)),
        )
    _update(run, state=ImportState.DONE, report=kept.to_json(), finished_at=timezone.now())


def _update(run: ImportRun, **values: object) -> None:
    for name, value in values.items():
        setattr(run, name, value)
    ImportRun.objects.filter(pk=run.pk).update(**values)

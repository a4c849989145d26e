"""A list from upload to register: the dry run at once, the writing by the worker, a document at a time."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import IO, cast

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from core.accounts.models import User
from core.media.intake.refusal import IntakeRefused
from core.spreadsheets.read import read_rows
from core.spreadsheets.refusal import ListError
from core.tasks.models import Attempt
from sites.legal.importing.archive import Archive
from sites.legal.importing.check import Checker, Planned
from sites.legal.importing.columns import COLUMNS, label
from sites.legal.importing.publish import publish_planned
from sites.legal.importing.report import Problem, Report
from sites.legal.importing.update import changes_to, update_planned
from sites.models import DocumentImport, RegisterPage
from sites.models.document_import import MOVING
from tenants.units.context import current_unit
from tenants.units.models import ImportState
from tenants.units.task_worker import revive

MOST_ROWS = 5_000


def start_import(
    *, filename: str, content: bytes, archive: IO[bytes] | None, archive_name: str, by: User, at: datetime
) -> DocumentImport:
    """Read an uploaded list and its files without publishing any, and keep them with what was found.

    Raise ListError or ArchiveError, with one sentence, when they are no list or no usable ZIP; nothing is kept then.
    """
    files = Archive(archive) if archive else None
    report = _report(_check(content, files), files)
    path = ""
    if archive and not report.problems:
        path = default_storage.save(default_storage.generate_filename("danh-sach.zip"), File(archive))
    return DocumentImport.objects.create(
        filename=filename[:200],
        content=content,
        archive_name=archive_name[:200],
        archive=path,
        state=ImportState.REFUSED if report.problems else ImportState.CHECKED,
        report=report.to_json(),
        by=by,
        created_at=at,
    )


@transaction.atomic
def ask_to_write(*, run_pk: uuid.UUID, updates: bool) -> None:
    """Queue the publishing of a list whose dry run found nothing to correct, or that gave up. Asked twice, done once.

    updates: change the documents the register has, as the dry run told; what was asked before it gave up holds.
    Raise ListError for a list with something to correct.
    """
    run = DocumentImport.objects.select_for_update().get(pk=run_pk)
    if run.state == ImportState.REFUSED:
        raise ListError(_("Danh sách còn chỗ cần sửa nên chưa đăng được. Hãy sửa tệp rồi tải lên lại."))
    if run.state != ImportState.CHECKED:
        return
    if updates:
        run.report = {**run.report, "updates": True}
    dead = _attempts_of(run).filter(is_dead=True).first()
    _update(run, state=ImportState.QUEUED, finished_at=None, report=run.report)
    if dead:  # its own task once more, which would otherwise stand as given up on the console for ever
        revive(task_id=dead.task_id)
    else:
        write_documents.enqueue(run_pk=str(run.pk))


@task
def write_documents(run_pk: str) -> None:
    """Publish the list's documents one by one, oldest first; after a kill it runs again and goes on where it stopped.

    Each counts at once, so that whoever waits sees it. A row that cannot be published any more is named in the report.
    """
    run = DocumentImport.objects.select_related("by").get(pk=run_pk)
    if not run.is_moving and not run.has_stopped:  # stopped: the console has revived its task
        return
    _update(run, state=ImportState.RUNNING, finished_at=None)
    register = RegisterPage.objects.live().order_by("path").first()
    report = Report.from_json(run.report)
    with _open(run.archive) as archive:
        checker = _check(bytes(run.content), archive)
        report.problems = checker.problems
        for planned, write in _work(checker, report, register, archive):
            try:
                write(planned=planned, archive=archive, user=run.by)
            except (ValidationError, IntakeRefused) as refusal:
                sentence = " ".join(getattr(refusal, "messages", None) or [str(refusal)])
                report.problems.append(Problem(planned.row, label("document_number"), sentence))
            else:
                _update(run, written=run.written + 1)
    if run.archive:
        default_storage.delete(run.archive)
    _update(run, state=ImportState.DONE, archive="", report=report.to_json(), finished_at=timezone.now())


def _work(
    checker: Checker, report: Report, register: RegisterPage | None, archive: Archive | None
) -> Iterator[tuple[Planned, Callable[..., None]]]:
    """Yield each row with what writes it: new documents, oldest first, then those to be changed."""
    if register is None:
        return
    for planned in sorted(checker.planned, key=lambda one: one.values["issued_date"]):
        yield planned, partial(publish_planned, register=register)
    if report.updates:
        changes, _passed_over = changes_to(checker.known, archive)
        rows = {change.row for change in changes}
        yield from ((planned, update_planned) for planned in checker.known if planned.row in rows)


def follow_dead_task(*, attempt: Attempt, at: datetime) -> None:
    """Bring the list whose task was given up back to where it may be started: whoever waits reads what happened.

    Runs in the unit of the task. What was published by then stays and is passed over the next time.
    """
    if attempt.task.task_path == write_documents.module_path:
        run_pk = attempt.task.args_kwargs["kwargs"]["run_pk"]
        DocumentImport.objects.filter(pk=run_pk, state__in=MOVING).update(state=ImportState.CHECKED, finished_at=at)


def _attempts_of(run: DocumentImport) -> QuerySet[Attempt]:
    return Attempt.objects.filter(
        task__task_path=write_documents.module_path, task__args_kwargs__kwargs__run_pk=str(run.pk)
    ).order_by("-pk")


def _check(content: bytes, archive: Archive | None) -> Checker:
    rows = read_rows(content, COLUMNS, most_rows=MOST_ROWS)
    return Checker(issuer=current_unit().name, archive=archive).check(rows)


def _report(checker: Checker, archive: Archive | None) -> Report:
    changes, passed_over = ([], []) if checker.problems else changes_to(checker.known, archive)
    return Report(
        changes=changes,
        passed_over=passed_over,
        rows=checker.rows,
        new=len(checker.planned),
        files=len(checker.used),
        known=[planned.values["document_number"] for planned in checker.known],
        unused=checker.archive.names_without(checker.used) if checker.archive else [],
        problems=sorted(checker.problems, key=lambda problem: (problem.row, problem.column)),
    )


@contextmanager
def _open(path: str) -> Iterator[Archive | None]:
    if not path:
        yield None
        return
    with default_storage.open(path) as file:
        yield Archive(cast(IO[bytes], file))


def _update(run: DocumentImport, **values: object) -> None:
    for name, value in values.items():
        setattr(run, name, value)
    DocumentImport.objects.filter(pk=run.pk).update(**values)

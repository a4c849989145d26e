"""Files in a unit's folder that no row of the unit refers to: what a cut-off publication or a refused upload left.

Files are written before the transaction whose rows name them, so a young one may be waiting for its row. Whoever keeps
a path elsewhere than in a FileField says so with `register_names`.
"""

import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import FileField

from core.media.exchange_store import GRACE_SECONDS
from core.media.storage import parts_of
from core.schema import active_schema

_names: list[Callable[[], Iterable[str]]] = []


def register_names(names: Callable[[], Iterable[str]]) -> None:
    """Keep also the stored paths that `names` returns for the active unit. Called once, when its app is ready."""
    if names not in _names:
        _names.append(names)


def collect_files(*, at: datetime, dry_run: bool = False) -> list[str]:
    """Delete the active unit's unreferenced files, unless it is a dry run; return their stored paths, sorted.

    Kept is everything written less than GRACE_SECONDS before `at`, or before the oldest transaction still open began.
    Costs two queries, and one a model with files when there is an old file at all.
    """
    # The order matters: a row committed after the files were listed names a younger file or is read afterwards.
    old = _older_than(_oldest_start(at).timestamp() - GRACE_SECONDS)
    unreferenced = sorted(old - _referenced()) if old else []
    if not dry_run:
        for name in unreferenced:
            default_storage.delete(name)
    return unreferenced


def _oldest_start(at: datetime) -> datetime:
    """Return when the oldest open transaction of another session began; `at` when there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees what was open when it first asked
        cursor.execute(
            "SELECT least(%s, min(xact_start)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()",
            [at],
        )
        start: datetime = cursor.fetchone()[0]
        return start


def _older_than(limit: float) -> set[str]:
    """A restored file keeps its old time of writing, so the time at which it came here counts as well."""
    old = set()
    for path in Path(settings.MEDIA_ROOT, active_schema()).glob("*/*"):
        name = path.relative_to(settings.MEDIA_ROOT).as_posix()
        with suppress(FileNotFoundError, SuspiciousFileOperation):  # gone meanwhile; not of the storage's making
            parts_of(name)
            found = path.lstat()
            if stat.S_ISREG(found.st_mode) and max(found.st_mtime, found.st_ctime) < limit:
                old.add(name)
    return old


def _referenced() -> set[str]:
    named = set().union(*(names() for names in _names))
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField):
                named.update(model._base_manager.values_list(field.name, flat=True))
    return named

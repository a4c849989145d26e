"""Where files of a unit lie: `<schema>/<token>/<filename>` under MEDIA_ROOT, at the address `/tep/<token>/<filename>`.

Every operation goes through `parts_of`, which refuses a path outside the active unit's folder: a task that wakes in the
wrong unit can neither read nor delete another's file (docs/adr/0011-media-checked-serving.md).
"""

import re
import secrets
from contextlib import suppress
from os import PathLike
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

from core.schema import PUBLIC, active_schema

TOKEN_BYTES = 16
# What secrets.token_urlsafe(TOKEN_BYTES) looks like.
FOLDER_PATTERN = "[A-Za-z0-9_-]{22}"
_PATH = re.compile(rf"(?P<schema>[a-z0-9_]+)/(?P<token>{FOLDER_PATTERN})/(?P<filename>[^/\\\0]+)")


class Parts(NamedTuple):
    schema: str
    token: str
    filename: str


def new_token() -> str:
    """Return an unguessable folder name: 128 random bits in 22 characters fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def path_for(filename: str, *, token: str) -> str:
    """Return the stored path of `filename` in the active unit. Raise SuspiciousFileOperation outside a unit."""
    schema = active_schema()
    if schema == PUBLIC:
        raise SuspiciousFileOperation(f"no unit is active, so there is no folder for {filename!r}")
    return f"{schema}/{token}/{PurePosixPath(filename).name}"


def parts_of(path: str) -> Parts:
    """Return the parts of a stored path. Raise SuspiciousFileOperation when it is not the active unit's."""
    match = _PATH.fullmatch(path)
    if match is None or match["schema"] != active_schema() or match["filename"] in {".", ".."}:
        raise SuspiciousFileOperation(f"{path!r} is no file of schema {active_schema()!r}")
    return Parts(**match.groupdict())


@deconstructible(path="core.media.storage.UnitStorage")
class UnitStorage(FileSystemStorage):
    """The default storage: every file field, Wagtail's own included, writes below the active unit's schema."""

    def generate_filename(self, filename: str | PathLike[str]) -> str:
        """Return the path for a new file; one that a model has already placed in this unit is kept."""
        if _PATH.fullmatch(str(filename)):
            parts_of(str(filename))
            return str(filename)
        return path_for(self.get_valid_name(PurePosixPath(filename).name), token=new_token())

    def path(self, name: str) -> str:
        parts_of(name)
        return super().path(name)

    def url(self, name: str | None) -> str:
        token, filename = parts_of(name or "")[1:]
        return super().url(f"{token}/{filename}")

    def delete(self, name: str) -> None:
        super().delete(name)
        with suppress(OSError):  # other renditions are still in the folder
            Path(self.path(name)).parent.rmdir()

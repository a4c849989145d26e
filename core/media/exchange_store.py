"""Private store of what editions carry: each file once, under the SHA-256 of its content, for no unit in particular.

Files are written before the transaction that refers to them and collected when nothing refers to them any more.
No address leads here.
"""

import errno
import hashlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

# Longer than any transaction that has written its files and not yet its rows.
GRACE_SECONDS = 24 * 60 * 60
_HASH = re.compile(r"[0-9a-f]{64}")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class ExchangeStoreFull(Exception):  # noqa: N818  # names the state of the store
    """No room for another file; the message is Vietnamese and fit to show to the editor."""


def put(content: bytes | Path) -> str:
    """Store `content` durably and return its SHA-256. Storing the same content again is cheap and changes nothing.

    Raise ExchangeStoreFull when the disk or its quota is used up; nothing half-written stays behind.
    """
    sha256 = _hash(content)
    target = _path(sha256)
    try:
        with suppress(FileNotFoundError):
            os.utime(target)  # starts its days of grace anew, so that collect_garbage leaves it to this caller
            return sha256
        _write(content, target)
    except OSError as error:
        if error.errno in _FULL:
            raise ExchangeStoreFull(
                _("Máy chủ đã hết chỗ chứa tệp nên chưa gửi được. Bài vẫn còn nguyên; hãy báo tổ kỹ thuật rồi gửi lại.")
            ) from error
        raise
    return sha256


def open_file(sha256: str) -> BinaryIO:
    """Return the stored file, open for reading. Raise FileNotFoundError when there is none."""
    return _path(sha256).open("rb")


def exists(sha256: str) -> bool:
    """Return whether content with this hash is stored."""
    return _path(sha256).is_file()


def collect_garbage(*, live: Container[str], now: float | None = None) -> int:
    """Delete what is not in `live` and was last put more than GRACE_SECONDS ago; return how many files went.

    live: every hash a row refers to, at most GRACE_SECONDS out of date. now: seconds since the epoch, the present
    by default. What a crash left half-written goes too.
    """
    limit = (time.time() if now is None else now) - GRACE_SECONDS
    paths = [path for path in Path(settings.EXCHANGE_ROOT).glob("??/*") if path.name not in live]
    return sum(_collect(path, limit) for path in paths)


def _collect(path: Path, limit: float) -> bool:
    """Move it aside first: a put() at the same moment either renews its time before that, or writes it again after."""
    aside = path.with_suffix(".gone")
    try:
        if path.stat().st_mtime > limit:
            return False
        path.replace(aside)
    except FileNotFoundError:  # a put() has just given its finished file the final name
        return False
    if aside.stat().st_mtime > limit:
        aside.replace(path)
        return False
    aside.unlink()
    return True


def _path(sha256: str) -> Path:
    if not _HASH.fullmatch(sha256):
        raise ValueError(f"a SHA-256 is 64 lowercase hexadecimal digits, got {sha256!r}")
    return Path(settings.EXCHANGE_ROOT, sha256[:2], sha256)


def _hash(content: bytes | Path) -> str:
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _write(content: bytes | Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = target.with_suffix(f".{secrets.token_hex(8)}")
    try:
        with partial.open("xb") as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                with content.open("rb") as source:
                    shutil.copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

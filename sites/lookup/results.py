"""The file of one load: a read-only SQLite table from key to what a reader is shown (ADR 0016 weighs the others)."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import orjson
from django.core.files.storage import default_storage

FILENAME = "ket-qua.sqlite3"


def write_results(rows: Iterable[tuple[bytes, list[str]]]) -> str:
    """Write a new file in the active unit's private folder and return its stored path. rows: key, texts in order.

    Whole or not at all: it is written beside its place and renamed when it is on the disk. Raise sqlite3.IntegrityError
    for two rows of one key.
    """
    name = default_storage.generate_filename(FILENAME)
    target = Path(default_storage.path(name))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_suffix(".draft")
    try:
        _write(draft, rows)
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return name


class Results:
    """A file of results, open. Threads share it: SQLite serializes them."""

    def __init__(self, name: str) -> None:
        """Raise sqlite3.Error when there is no such file, or it is damaged."""
        address = f"file:{quote(default_storage.path(name))}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self.find(b"")

    def find(self, key: bytes) -> list[str] | None:
        """Return the texts of a row, None without one."""
        row = self._connection.execute("SELECT shown FROM result WHERE key = ?", (key,)).fetchone()
        return orjson.loads(row[0]) if row else None


def _write(path: Path, rows: Iterable[tuple[bytes, list[str]]]) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE result (key BLOB PRIMARY KEY, shown BLOB NOT NULL) WITHOUT ROWID")
            connection.execute("BEGIN")
            # In the order of the tree, so that its pages are full; the order of the list is not in the file.
            packed = sorted((key, orjson.dumps(texts)) for key, texts in rows)
            connection.executemany("INSERT INTO result VALUES (?, ?)", packed)
            connection.execute("COMMIT")
        finally:
            connection.close()
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

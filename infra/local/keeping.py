"""Whose a server is: one that a person started keeps running when a demo that merely used it ends.

A server left over from a demo that was killed bears no mark, so the next demo stops it in the end.
"""

from __future__ import annotations

from pathlib import Path

MARK = "kept"


def keep(folder: Path) -> None:
    """Mark the running server of `folder` as a person's own."""
    (folder / MARK).touch()


def forget(folder: Path) -> None:
    """Take the mark off: the server has been stopped, or nobody's own one is starting."""
    (folder / MARK).unlink(missing_ok=True)


def is_kept(folder: Path) -> bool:
    """Return True when a person started the server of `folder`."""
    return (folder / MARK).exists()

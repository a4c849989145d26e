"""Folders the local tools use. All of them can be deleted: `make reset` does."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("LIEN_THONG_VAR") or ROOT / "var").resolve()
VENV = ROOT / ".venv"
# Where servers of a root caller keep their files when their account cannot enter the checkout.
STATE = Path("/var/lib/lien-thong")


def cache_folder() -> Path:
    """Return the folder for downloads that a fresh clone need not repeat (XDG_CACHE_HOME, else ~/.cache)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base).resolve() / "lien-thong"


def digest(path: Path) -> str:
    """Return 12 hexadecimal digits that stand for an absolute path in names that must be short."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]

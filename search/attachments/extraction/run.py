"""Starts the child, waits for it no longer than it is worth, and says what became of it."""

import json
import logging
import signal
import subprocess
import sys
from dataclasses import dataclass

from django.conf import settings

from search.attachments.enums import Reason

logger = logging.getLogger(__name__)
WALL_SECONDS = 60
# By these the limits end a child (PDFium aborts without memory); any other signal is a crash over a damaged file.
_STOPPED = {-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGABRT}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a file says. reason: why nothing could be read, or "". pictures: how many pages are scans without words."""

    pages: tuple[tuple[int | None, str], ...] = ()
    pictures: int = 0
    is_truncated: bool = False
    reason: str = ""


def extract(content: bytes) -> Extraction:
    """Read a file in a process of its own: no settings, no secrets, bounded memory and time. Never raises over content.

    Costs 0.1 s to start, at most WALL_SECONDS.
    """
    command = [sys.executable, "-m", "search.attachments.extraction.child"]
    try:
        child = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=WALL_SECONDS,
            check=False,
            cwd=settings.BASE_DIR,
            env={"PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired:
        return Extraction(reason=Reason.TOO_HEAVY)
    if child.returncode:
        error = child.stderr[-500:].decode("utf-8", "replace")
        logger.warning("file not read", extra={"event": "attachment.crashed", "code": child.returncode, "error": error})
        return Extraction(reason=Reason.TOO_HEAVY if _ran_out(child.returncode, error) else Reason.DAMAGED)
    answer = json.loads(child.stdout)
    return Extraction(**answer | {"pages": tuple(map(tuple, answer.get("pages", ())))})


def _ran_out(code: int, error: str) -> bool:
    return code in _STOPPED or "MemoryError" in error or "memory allocation" in error

"""Foreseen failures of the local tools: one sentence on the terminal, never a traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable

INTERRUPTED = 130  # what a shell answers for a command ended by Ctrl-C
DISK_FULL = "The disk is full: free some space (`df -h .` shows how much is left) and run the command again."


class LocalError(Exception):
    """A foreseen failure. The message is one English sentence: what happened, then what to do."""


def run(main: Callable[[], int]) -> None:
    """Run a command's main function and exit with its code; foreseen failures become one sentence and exit code 1."""
    try:
        code = main()
    except LocalError as failure:
        code = complain(str(failure))
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        code = complain(DISK_FULL)
    sys.exit(code)


def is_about_full_disk(words: str) -> bool:
    """Return True when a program's own words say that the disk, or the account's share of it, is full."""
    return "No space left on device" in words or "Disk quota exceeded" in words


def complain(sentence: str) -> int:
    """Print one sentence to the error stream and return the exit code 1."""
    print(sentence, file=sys.stderr, flush=True)
    return 1

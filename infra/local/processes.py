"""Processes and locks that survive `kill -9`: nothing here depends on a file somebody has to remove."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path


@contextlib.contextmanager
def exclusive(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the kernel's lock on an existing folder; a second caller waits. The kernel frees it when its holder dies.

    wait=False raises BlockingIOError instead of waiting.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def shared(folder: Path, *, stop: Callable[[], object]) -> Iterator[None]:
    """Use something together with others for the length of a `with` block; the last one to leave calls `stop`.

    folder: existing, the kernel counts its users. A user that is killed counts as gone.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        try:
            yield
        finally:
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                stop()
    finally:
        os.close(descriptor)


def is_alive(pid: int) -> bool:
    """Return True while the process runs; one that has ended and only waits to be collected counts as gone."""
    return _state_and_group(pid)[0] not in {"", "Z", "X"}


def has_live_member(group: int) -> bool:
    """Return True while a process of the group runs."""
    pids = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
    return any(_state_and_group(pid)[1] == group and is_alive(pid) for pid in pids)


def _state_and_group(pid: int) -> tuple[str, int]:
    """Return the kernel's letter for the process's state ("" when there is none) and the id of its group."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return "", 0
    return fields[0], int(fields[2])


def working_in(folder: Path) -> set[int]:
    """Return the ids of processes whose working folder is `folder`; only root sees those of other accounts."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if (entry / "cwd").readlink() == folder:
                    found.add(int(entry.name))
    return {pid for pid in found if is_alive(pid)}


def wait_until(condition: Callable[[], bool], seconds: float, every: float = 0.02) -> bool:
    """Return True as soon as the condition holds, False when it did not within `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() >= deadline:
            return False
        time.sleep(every)
    return True


def stop_group(group: int, seconds: float) -> None:
    """Ask a process group to end (SIGTERM); after `seconds` end it (SIGKILL)."""
    for number, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 5.0)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, number)
        if wait_until(lambda: not has_live_member(group), patience):
            return

"""Child processes of the demo: each in a group of its own, none left behind, even when the demo itself is killed."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.local import paths, processes
from infra.local.failure import DISK_FULL, LocalError, is_about_full_disk

LOGS = paths.VAR / "log"
STOP_SECONDS = 10.0
# The kernel sends SIGTERM when the thread that started the child ends, by kill -9 too: start from the main thread.
DIES_WITH_PARENT = ("setpriv", "--pdeathsig", "TERM", "--")


@dataclass(frozen=True)
class Child:
    """A running command whose output goes to var/log/<name>.log."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def has_ended(self) -> bool:
        """Return True once the process is gone."""
        return self.process.poll() is not None

    def failure(self) -> LocalError:
        """Return the one sentence that tells why the child has ended, as far as its log knows."""
        words = self.log.read_text(encoding="utf-8", errors="replace")
        if is_about_full_disk(words):
            return LocalError(DISK_FULL)
        last = next((line.strip() for line in reversed(words.splitlines()) if line.strip()), "it said nothing")
        return LocalError(
            f"{self.name} ended with code {self.process.returncode} ({last.rstrip('.')}): {self.log} tells more; "
            "run the command again, or `make reset` to start afresh."
        )


def launch(name: str, command: Iterable[str], variables: Mapping[str, str]) -> Child:
    """Start a command in the background and return it. Ctrl-C on the terminal reaches only the demo, not the child."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{name}.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*DIES_WITH_PARENT, *command],
            cwd=paths.ROOT,
            env={**os.environ, **variables, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Child(name, process, log)


def manage(name: str, *arguments: str, variables: Mapping[str, str]) -> Child:
    """Start a management command in the background."""
    return launch(name, [sys.executable, "manage.py", *arguments], variables)


def finish(*steps: Child) -> None:
    """Wait until all steps have ended. The first one that fails ends the others and is raised as LocalError."""
    try:
        while running := [step for step in steps if not step.has_ended()]:
            with contextlib.suppress(subprocess.TimeoutExpired):
                running[0].process.wait(0.2)
            raise_failed(steps)
        raise_failed(steps)
    except BaseException:
        stop(steps)
        raise


def raise_failed(steps: Iterable[Child]) -> None:
    """Raise LocalError for a step that has ended with another code than 0."""
    for step in steps:
        if step.has_ended() and step.process.returncode:
            raise step.failure()


def stop(children: Iterable[Child]) -> None:
    """End the children and what they have started: all are asked at once, then each gets its time."""
    children = list(children)
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.process.pid, signal.SIGTERM)
    for child in children:
        processes.stop_group(child.process.pid, STOP_SECONDS)
        child.process.wait()

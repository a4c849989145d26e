import logging
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from search.attachments import worker as file_reader
from search.index import worker as index_worker
from search.index.keeper import keep_index
from search.suggest.keeper import keep_learning
from sites.clock import tick, tidy
from tenants.links.night import check_by_night
from tenants.units.task_worker import UnitWorker

logger = logging.getLogger(__name__)

# Take-downs and mail share a lane that 500 waiting renditions cannot delay.
TASK_LANES = {"tasks": ["take_down", "default", "mail"], "renditions": ["renditions"]}
LANES = (*TASK_LANES, "index", "files", "clock")
CLOCK_SECONDS = 5.0
TIDY_SECONDS = 6 * 3600.0
RESTART_SECONDS = 1.0


class Command(BaseCommand):
    """Run everything that happens outside requests: tasks, the search outbox, what is due. One process a lane."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--lane", choices=LANES, help="run one lane in this process (a supervisor starts the others)"
        )

    def handle(self, *args: Any, lane: str | None, **options: Any) -> None:
        if lane is None:
            Supervisor().run()
        elif lane in TASK_LANES:
            worker = UnitWorker(worker_id=f"{lane}-{uuid.uuid4().hex}", queue_names=TASK_LANES[lane])
            worker.configure_signals()
            worker.run()
        else:
            stop = stop_on_signal()
            lanes = {"index": index_worker.run_forever, "files": file_reader.run_forever, "clock": run_clock}
            lanes[lane](stop)


class Supervisor:
    """Keeps one child a lane alive, and takes all of them with it when it is told to stop."""

    def __init__(self) -> None:
        self._stop = stop_on_signal()
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    def run(self) -> None:
        try:
            while not self._stop.is_set():
                for lane in LANES:
                    self._keep(lane)
                self._stop.wait(RESTART_SECONDS)
        finally:
            self._end()

    def _keep(self, lane: str) -> None:
        child = self._children.get(lane)
        if child is not None and child.poll() is None:
            return
        if child is not None:
            logger.error("lane ended", extra={"event": "worker.lane_ended", "lane": lane, "code": child.returncode})
        self._children[lane] = subprocess.Popen([sys.executable, sys.argv[0], "worker", "--lane", lane])

    def _end(self) -> None:
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + 10
        for child in self._children.values():
            try:
                child.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()


def run_clock(stop: threading.Event) -> None:
    """Call `tick` every CLOCK_SECONDS and `tidy` every TIDY_SECONDS; what fails is logged and tried again next time.

    Threads beside ask outside links, compare the index and learn from texts: none may hold up what is due.
    """
    threading.Thread(target=keep_index, args=(stop,), daemon=True).start()
    threading.Thread(target=keep_learning, args=(stop,), daemon=True).start()
    if settings.LINK_CHECK:
        threading.Thread(target=check_by_night, args=(stop,), daemon=True).start()
    tidied = time.monotonic()
    while not stop.is_set():
        close_old_connections()
        _guarded(tick)
        if time.monotonic() - tidied > TIDY_SECONDS:
            tidied = time.monotonic()
            _guarded(tidy)
        stop.wait(CLOCK_SECONDS)


def stop_on_signal() -> threading.Event:
    """Return an event that SIGTERM and SIGINT set. A lane whose supervisor was killed ends as well."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    _follow_parent(stop)
    return stop


def _follow_parent(stop: threading.Event) -> None:
    parent = os.getppid()

    def watch() -> None:
        while not stop.wait(1.0):
            if os.getppid() != parent:
                os.kill(os.getpid(), signal.SIGTERM)
                return

    threading.Thread(target=watch, daemon=True).start()


def _guarded(act: Callable[..., object]) -> None:
    try:
        act(at=timezone.now())
    except Exception:
        logger.exception("the clock failed", extra={"event": "clock.failed"})

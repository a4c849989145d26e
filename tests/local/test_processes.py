"""Children and locks of the local tools: nothing is left behind, however a process ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from infra.local import children, paths, processes
from infra.local.failure import DISK_FULL, LocalError

SLEEP = "import time; time.sleep(60)"
BECOME_PARENT = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', '{SLEEP}']); print('up', flush=True);"


@pytest.fixture(autouse=True)
def _logs_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "LOGS", tmp_path)


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def wait_for_line(child: children.Child) -> None:
    assert processes.wait_until(lambda: child.log.read_text() != "", 10)


def test_stop_ends_grandchildren_too() -> None:
    child = children.launch("family", python(BECOME_PARENT + SLEEP), {})
    wait_for_line(child)
    began = time.monotonic()
    children.stop([child])
    assert child.has_ended()
    assert not processes.has_live_member(child.process.pid)
    assert time.monotonic() - began < children.STOP_SECONDS


def test_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "from infra.local import children; import sys, time;"
        "child = children.launch('orphan', [sys.executable, '-c', 'import time; time.sleep(60)'], {});"
        "print(child.process.pid, flush=True); time.sleep(60)"
    )
    environment = {**os.environ, "LIEN_THONG_VAR": str(tmp_path)}
    parent = subprocess.Popen(python(script), cwd=paths.ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    assert processes.wait_until(lambda: not processes.is_alive(child), 5)


def test_finish_tells_the_last_words_of_the_step_that_failed_and_ends_the_others() -> None:
    slow = children.launch("slow", python(SLEEP), {})
    failing = children.launch("failing", python("raise SystemExit('no such table')"), {})
    with pytest.raises(LocalError, match=r"failing ended with code 1 \(no such table\).*failing\.log tells more"):
        children.finish(slow, failing)
    assert slow.has_ended()


def test_finish_says_when_the_disk_is_full() -> None:
    words = "OSError: [Errno 28] No space left on device\nand a long traceback"
    with pytest.raises(LocalError, match="disk is full") as caught:
        children.finish(children.launch("full", python(f"raise SystemExit({words!r})"), {}))
    assert str(caught.value) == DISK_FULL


def test_shared_stops_once_the_last_has_left(tmp_path: Path) -> None:
    stopped = []
    with processes.shared(tmp_path, stop=lambda: stopped.append("outer")):
        with processes.shared(tmp_path, stop=lambda: stopped.append("inner")):
            pass
        assert stopped == []
    assert stopped == ["outer"]


def test_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    script = (
        "import pathlib, sys, time; from infra.local import processes;"
        "lock = processes.exclusive(pathlib.Path(sys.argv[1])); lock.__enter__();"
        "print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([*python(script), tmp_path], cwd=paths.ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(BlockingIOError), processes.exclusive(tmp_path, wait=False):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with processes.exclusive(tmp_path, wait=False):
        pass

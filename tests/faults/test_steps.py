"""Die at every step of every verb: all or nothing is left, and trying again does the rest once."""

import os
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from core import failpoints
from tests.faults import world
from tests.faults.conftest import killed
from tests.faults.verbs import VERBS
from tests.support.database import maintenance

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("network")]

# Step → verbs that pass it. What happens after the commit is done already.
STEPS = {
    "provision.rows_written": ["provision"],
    "provision.schema_created": ["provision"],
    "provision.before_commit": ["provision"],
    "send.files_stored": ["send"],
    "send.ledger_written": ["send"],
    "send.before_commit": ["send"],
    "publish.files_copied": ["publish"],
    "publish.page_created": ["publish"],
    "publish.before_commit": ["publish"],
    "publish.after_commit": ["publish"],
    "accept.page_updated": ["accept"],
    "accept.before_commit": ["accept"],
    "take_down.page_hidden": ["take_down"],
    "take_down.copy_hidden": ["take_down"],
    "take_down.before_commit": ["take_down", "take_down_on_portal"],
    "take_down.after_commit": ["take_down"],
}
ROWS = [(verb, step) for step, verbs in STEPS.items() for verb in verbs]


def test_every_step_has_a_row() -> None:
    assert set(STEPS) == failpoints.FAILPOINTS


@pytest.mark.parametrize(("name", "step"), ROWS)
def test_a_killed_process_leaves_all_or_nothing(name: str, step: str) -> None:
    verb = VERBS[name]
    case = verb.stage()
    before, files_before = world.rows(), world.files()
    assert world.signal_that_ended(lambda: verb.act(case), at_step=step) == signal.SIGKILL
    killed.append(step)
    if step.endswith("after_commit"):
        verb.is_done(case)
    else:
        assert world.changed(before, world.rows()) == set()
    assert files_before <= world.files()
    finish(name, case, is_done=step.endswith("after_commit"))


@pytest.mark.parametrize(("name", "step"), ROWS)
def test_a_cut_connection_leaves_all_or_nothing(name: str, step: str, monkeypatch) -> None:
    """The same steps with the process alive and its database connection ended by the server."""
    verb = VERBS[name]
    case = verb.stage()
    before = world.rows()
    monkeypatch.setattr(failpoints, "os", SimpleNamespace(kill=cut_connection, getpid=os.getpid))
    monkeypatch.setattr(failpoints, "_ARMED", step)
    if step.endswith("after_commit"):
        verb.act(case)
    else:
        with pytest.raises((OperationalError, InterfaceError)):
            verb.act(case)
    monkeypatch.undo()
    connection.close()  # as at the end of each request and task (close_old_connections)
    connection.set_schema_to_public()
    if not step.endswith("after_commit"):
        assert world.changed(before, world.rows()) == set()
    finish(name, case, is_done=step.endswith("after_commit"))


def finish(name: str, case: object, *, is_done: bool) -> None:
    """Try again until it is done, then once more: done once, and nothing doubled."""
    verb = VERBS[name]
    if not is_done:
        verb.act(case)
        verb.is_done(case)
    after = world.rows()
    if verb.refusal:
        with pytest.raises(verb.refusal):
            verb.act(case)
    else:
        verb.act(case)
    assert world.changed(after, world.rows()) == set()
    verb.is_done(case)


def cut_connection(pid: int, number: int) -> None:
    with maintenance() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])


def test_the_environment_arms_a_step() -> None:
    """What the walk above sets by hand, once as an operator would: a process started with the variable dies there."""
    script = "from core.failpoints import reach; reach('send.before_commit')"
    environment = {**os.environ, "LIEN_THONG_FAILPOINT": "send.before_commit"}
    run = [sys.executable, "-c", script]
    assert subprocess.run(run, env=environment, cwd=settings.BASE_DIR, check=False).returncode == -signal.SIGKILL
    environment["LIEN_THONG_FAILPOINT"] = ""
    assert subprocess.run(run, env=environment, cwd=settings.BASE_DIR, check=False).returncode == 0

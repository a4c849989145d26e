"""The launcher of the local PostgreSQL: what a person does to it, and what happens to machines."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import dj_database_url
import psycopg2
import pytest

from infra.local import account, durability, paths, processes
from infra.local.failure import LocalError
from infra.local.postgres import Server

COMMAND = ["-m", "infra.local.postgres"]
UNIX_SOCKET_BYTES = 107


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cluster made once and copied for each test: initdb is most of a first start."""
    server = Server(account.place_for(tmp_path_factory.mktemp("postgres") / "made-once"), throwaway=True)
    server.start()
    server.stop()
    yield server.data
    server.remove()


@pytest.fixture
def data(made_once: Path) -> Iterator[Path]:
    """A stopped cluster of the test's own."""
    folder = made_once.with_name(uuid.uuid4().hex[:8])
    subprocess.run(["cp", "--archive", made_once, folder], check=True)
    yield folder
    Server(folder).remove()


def ask(server: Server, sql: str) -> str:
    connection = psycopg2.connect(server.url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return str(cursor.fetchone()[0]) if cursor.description else ""
    finally:
        connection.close()


def postmaster_of(server: Server) -> int:
    return int((server.data / "postmaster.pid").read_text().split("\n", 1)[0])


def end_abruptly(server: Server) -> None:
    for pid in sorted(processes.working_in(server.data)):  # the postmaster first, so that it replaces nobody
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    assert processes.wait_until(lambda: not processes.working_in(server.data), 5)


def command(*arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, *COMMAND, *arguments], cwd=paths.ROOT, stdout=subprocess.PIPE, text=True)


def test_first_start_makes_the_database_and_a_second_start_finds_it(tmp_path: Path) -> None:
    server = Server(account.place_for(tmp_path / "new"))
    try:
        server.start()
        started = postmaster_of(server)
        server.start()
        assert postmaster_of(server) == started
        assert ask(server, "SELECT current_database() || ' ' || current_user") == "lien_thong lien_thong"
        assert ask(server, "SELECT datcollate FROM pg_database WHERE datname = 'lien_thong'") == "C.UTF-8"
        assert ask(server, "SHOW max_locks_per_transaction") == "1024"
        assert ask(server, "SHOW fsync") == "on"
        assert ask(server, "SHOW listen_addresses") == ""
        assert server.stop()
        assert not server.is_running()
        assert not server.stop()
    finally:
        server.remove()


def test_address_is_read_alike_by_django_and_fits_a_socket(tmp_path: Path) -> None:
    server = Server(tmp_path / ("a-rather-long-name" * 8))
    read = dj_database_url.parse(server.url)
    assert (read["HOST"], read["NAME"], read["USER"]) == (str(server.socket_folder), "lien_thong", "lien_thong")
    assert len(f"{server.socket_folder}/.s.PGSQL.5432") < UNIX_SOCKET_BYTES


def test_start_after_everything_was_killed_keeps_what_was_committed(data: Path) -> None:
    server = Server(data)
    server.start()
    ask(server, "CREATE TABLE kept AS SELECT 7 AS answer")
    end_abruptly(server)
    assert not server.is_running()
    server.start()
    assert ask(server, "SELECT answer FROM kept") == "7"


def test_start_after_only_the_postmaster_was_killed_waits_for_its_sessions(data: Path) -> None:
    server = Server(data, throwaway=True)
    server.start()
    os.kill(postmaster_of(server), signal.SIGKILL)
    assert processes.wait_until(lambda: not server.is_running(), 5)
    server.start()
    assert ask(server, "SELECT 1") == "1"


def test_data_without_fsync_survive_a_kill_but_not_a_restart_of_the_machine(data: Path) -> None:
    server = Server(data, throwaway=True)
    server.start()
    ask(server, "SET LOCAL synchronous_commit = on; CREATE TABLE made AS SELECT 7 AS answer")
    end_abruptly(server)
    server.start()
    assert ask(server, "SELECT answer FROM made") == "7"
    end_abruptly(server)
    (data / durability.MARK).write_text("of an earlier start of the machine")
    server.start()
    assert ask(server, "SELECT to_regclass('made') IS NULL") == "True"


def test_make_durable_goes_on_with_the_same_data(data: Path) -> None:
    server = Server(data, throwaway=True)
    server.start()
    ask(server, "CREATE TABLE made AS SELECT 7 AS answer")
    server.make_durable()
    assert ask(server, "SELECT answer FROM made") == "7"
    assert ask(server, "SHOW fsync") == "on"
    assert not durability.is_pending(data)
    started = postmaster_of(server)
    server.make_durable()
    assert postmaster_of(server) == started


def test_stale_id_of_a_process_that_is_another_program_by_now_is_dropped(data: Path) -> None:
    server = Server(data, throwaway=True)
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n1\n5432\n\n\n0 0\nready\n")
    server.start()
    assert postmaster_of(server) != os.getpid()
    assert ask(server, "SELECT 1") == "1"


def test_two_starts_at_once_make_one_server(tmp_path: Path) -> None:
    folder = tmp_path / "both"
    starts = [command("start", "--throwaway", "--data", folder) for _ in range(2)]
    server = Server(account.place_for(folder))
    try:
        answers = {start.communicate(timeout=30)[0] for start in starts}
        assert answers == {f"PostgreSQL answers at {server.url}\n"}
        assert [start.returncode for start in starts] == [0, 0]
        assert ask(server, "SELECT 1") == "1"
    finally:
        server.remove()


def test_server_outlives_a_launcher_that_is_killed(data: Path) -> None:
    script = (
        "import pathlib, sys, infra.local.postgres as p; p.Server(pathlib.Path(sys.argv[1])).start(); print('up'); "
    )
    wait = "sys.stdout.flush(); sys.stdin.read()"
    launcher = subprocess.Popen(
        [sys.executable, "-c", script + wait, data], cwd=paths.ROOT, stdin=-1, stdout=-1, text=True
    )
    assert launcher.stdout.readline() == "up\n"
    launcher.kill()
    launcher.wait()
    server = Server(data)
    started = postmaster_of(server)
    server.start()
    assert postmaster_of(server) == started
    assert server.stop()


def test_half_made_cluster_is_made_again(tmp_path: Path) -> None:
    folder = account.place_for(tmp_path / "cut")
    partial = account.for_data(folder).make_folder(folder.with_name("cut.partial"))
    (partial / "PG_VERSION").write_text("18\n")
    server = Server(folder, throwaway=True)
    try:
        server.start()
        assert ask(server, "SELECT 1") == "1"
        assert not partial.exists()
    finally:
        server.remove()


def test_folder_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    folder = account.place_for(tmp_path / "letters")
    account.for_data(folder).make_folder(folder)
    letter = folder / "letter.txt"
    letter.write_text("to keep")
    with pytest.raises(LocalError, match="holds files that are no database"):
        Server(folder, throwaway=True).start()
    assert letter.read_text() == "to keep"
    Server(folder).remove()


def test_data_of_another_version_are_refused(data: Path) -> None:
    (data / "PG_VERSION").write_text("12\n")
    with pytest.raises(LocalError, match="made by PostgreSQL 12"):
        Server(data).start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_root_goes_on_with_the_data_of_an_ordinary_user() -> None:
    folder = Path(tempfile.mkdtemp())
    shutil.chown(folder, "nobody", "nogroup")
    packages = Path(psycopg2.__file__).parents[1]
    switch = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]
    python = next((p for p in (sys.executable, "/usr/bin/python3") if _can_run([*switch, "env", p, "-c", ""])), None)
    if python is None or not _can_run([*switch, "test", "-x", packages]):
        pytest.skip("another account can run no Python here, or cannot enter the checkout")
    run = [*switch, "env", f"PYTHONPATH={packages}", f"HOME={folder}", python, *COMMAND]
    server = Server(folder / "data")
    try:
        start = subprocess.run(
            [*run, "start", "--throwaway", "--data", server.data], cwd=paths.ROOT, capture_output=True, check=False
        )
        assert start.returncode == 0, start.stderr
        assert ask(server, "SELECT 1") == "1"
        assert Path(f"/proc/{postmaster_of(server)}").stat().st_uid == folder.stat().st_uid
        stop = subprocess.run(
            [*run, "stop", "--data", server.data], cwd=paths.ROOT, check=True, capture_output=True, text=True
        )
        assert stop.stdout == "PostgreSQL has stopped.\n"
        server.start()
        assert Path(f"/proc/{postmaster_of(server)}").stat().st_uid == folder.stat().st_uid
    finally:
        server.remove()
        Server(folder).remove()


def _can_run(line: list[str | Path]) -> bool:
    return subprocess.run(line, capture_output=True, check=False).returncode == 0

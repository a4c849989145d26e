"""Programs the tests need beside Python: `python -m infra.local.prerequisites [chromium|java|maven|postgresql …]`.

As root on Debian what is missing is installed; otherwise one sentence names the exact command.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from infra.local import elasticsearch_install, postgres_binaries
from infra.local.failure import DISK_FULL, LocalError, is_about_full_disk, run

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
APT_PATIENCE_SECONDS = 180


@dataclass(frozen=True)
class Program:
    """Something to have. `packages` are alternatives for Debian and Ubuntu: the first one on offer is taken."""

    is_present: Callable[[], bool]
    packages: tuple[str, ...]
    beside: tuple[str, ...] = ()


def browser() -> str | None:
    """Return the path of Chromium: the one in CHROMIUM, one on the PATH, or one that Playwright fetched."""
    if named := os.environ.get("CHROMIUM"):
        return named
    on_path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    own = sorted((Path.home() / ".cache" / "ms-playwright").glob("chromium-*/chrome-linux*/chrome"))
    return on_path or (str(own[-1]) if own else None)


def _has_java() -> bool:
    try:
        elasticsearch_install.java_home()
    except LocalError:
        return False
    return True


PROGRAMS = {
    "chromium": Program(lambda: browser() is not None, ("chromium",), beside=("fonts-dejavu-core",)),
    "java": Program(_has_java, tuple(f"openjdk-{major}-jre-headless" for major in (17, 21, 25))),
    # Needed only to fetch Elasticsearch.
    "maven": Program(lambda: elasticsearch_install.is_installed() or shutil.which("mvn") is not None, ("maven",)),
    "postgresql": Program(lambda: postgres_binaries.debian() is not None, ("postgresql",)),
}


def ensure(names: Iterable[str] = PROGRAMS) -> None:
    """Install the named programs that are missing. Raise LocalError with the command when that takes somebody else."""
    missing = [name for name in names if not PROGRAMS[name].is_present()]
    if not missing:
        return
    if _is_ubuntu() and "chromium" in missing:
        # Ubuntu's package is a pointer to a snap, which neither a container nor a test run can use.
        raise LocalError(
            "Chromium is missing: run `.venv/bin/playwright install --with-deps chromium`, then the command again."
        )
    if not shutil.which("apt-get"):
        raise LocalError(
            f"Missing: {', '.join(missing)}. Install them with this system's package manager and try again."
        )
    if os.geteuid() == 0:
        _apt("update")
    packages = [package for name in missing for package in _packages(PROGRAMS[name])]
    if os.geteuid() != 0:
        raise LocalError(
            f"Missing: {', '.join(missing)}. Run `sudo apt-get install {' '.join(packages)}` and try again."
        )
    print(f"Installing {', '.join(packages)} …", flush=True)
    _apt("install", "--yes", "--no-install-recommends", *packages)


def _packages(program: Program) -> list[str]:
    offered = (name for name in program.packages if _is_offered(name))
    return [next(offered, program.packages[0]), *program.beside]


def _is_offered(package: str) -> bool:
    told = subprocess.run(["apt-cache", "policy", package], check=False, capture_output=True, text=True).stdout
    return "Candidate:" in told and "Candidate: (none)" not in told


def _apt(*arguments: str) -> None:
    command = ["apt-get", "--quiet", "--quiet", "-o", f"DPkg::Lock::Timeout={APT_PATIENCE_SECONDS}", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        if is_about_full_disk(done.stderr):
            raise LocalError(DISK_FULL)
        reason = next((line for line in done.stderr.splitlines() if line.startswith("E:")), done.stderr.strip())
        raise LocalError(f"`{' '.join(command)}` failed ({reason}): run it by hand to see more, then try again.")


def _is_ubuntu() -> bool:
    try:
        return "ID=ubuntu" in Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return False


def main() -> int:
    """Make sure of the programs named on the command line, or of all."""
    names = sys.argv[1:] or list(PROGRAMS)
    if unknown := [name for name in names if name not in PROGRAMS]:
        raise LocalError(f"Unknown: {', '.join(unknown)}. Choose from {', '.join(PROGRAMS)}.")
    ensure(names)
    return 0


if __name__ == "__main__":
    run(main)

"""The virtual environment with exactly the locked packages: `python3 -m infra.local.environment`.

Runs on the system's Python before anything is installed, so it must parse on old ones too: standard library only.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from infra.local import paths
from infra.local.failure import DISK_FULL, LocalError, is_about_full_disk, run
from infra.local.processes import exclusive

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
LOCK = paths.ROOT / "requirements" / "dev.txt"
STAMP = paths.VENV / "lock.sha256"
PYTHON = paths.VENV / "bin" / "python"


def ensure() -> None:
    """Make `.venv` hold what requirements/dev.txt locks. Does nothing, offline too, while the lock is unchanged."""
    with exclusive(paths.ROOT):
        wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
        if STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted and _works():
            return
        if not _works():
            _make(_suitable_python())
        print("Installing the locked packages into .venv …", flush=True)
        _install()
        STAMP.write_text(wanted, encoding="ascii")


def _works() -> bool:
    """Return True when the environment has a Python with pip: one that was interrupted has none."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", "import pip"], check=False, capture_output=True).returncode == 0


def _suitable_python() -> str:
    """Return this interpreter, or a newer one on the PATH when this one is too old."""
    if sys.version_info >= OLDEST:
        return sys.executable
    for name in NEWER:
        found = shutil.which(name)
        if found:
            return found
    told = ".".join(str(part) for part in sys.version_info[:2])
    raise LocalError(
        f"Python {told} is too old: install Python 3.11 or newer (`sudo apt-get install python3.11 python3.11-venv`, "
        "or a newer Debian or Ubuntu) and run the command again."
    )


def _make(python: str) -> None:
    shutil.rmtree(paths.VENV, ignore_errors=True)
    made = subprocess.run([python, "-m", "venv", paths.VENV], check=False, capture_output=True, text=True)
    if made.returncode:
        words = made.stdout + made.stderr
        shutil.rmtree(paths.VENV, ignore_errors=True)
        if is_about_full_disk(words):
            raise LocalError(DISK_FULL)
        if "ensurepip" in words:
            raise LocalError("Python's venv module is missing: run `sudo apt-get install python3-venv` and try again.")
        raise LocalError(f".venv could not be made ({_last_line(words)}): remove the folder .venv and try again.")


def _install() -> None:
    """Install with uv, which takes seconds; with pip when uv cannot be had or does not reach the index."""
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if _has_uv(pip):
        uv = [str(paths.VENV / "bin" / "uv"), "pip", "install", "--quiet", "--require-hashes", "--python", str(PYTHON)]
        if subprocess.run([*uv, "-r", LOCK], check=False, capture_output=True).returncode == 0:
            return
    done = subprocess.run([*pip, "-r", LOCK], check=False, capture_output=True, text=True)
    if done.returncode:
        if is_about_full_disk(done.stderr):
            raise LocalError(DISK_FULL)
        raise LocalError(
            f"The locked packages could not be installed ({_last_line(done.stderr)}): "
            "check the network connection and run the command again."
        )


def _has_uv(pip: list[str]) -> bool:
    """Install uv alone, by its own entry of the lock."""
    entry = re.search(r"^uv==.*(?:\n .*)*", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if entry is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        alone = Path(folder) / "uv.txt"
        alone.write_text(entry[0] + "\n", encoding="utf-8")
        return subprocess.run([*pip, "-r", alone], check=False, capture_output=True).returncode == 0


def _last_line(words: str) -> str:
    lines = words.strip().splitlines()
    return lines[-1].strip() if lines else "no reason given"


def main() -> int:
    """Make the environment and say so only when there was something to do."""
    ensure()
    return 0


if __name__ == "__main__":
    run(main)

"""Data of a server that runs without fsync: sound after any kill of processes, lost when the machine itself goes down.

Making 17 units writes 12,000 files. Forcing each to the disk took 29 s at the shutdown's checkpoint; one `sync` of the
file system afterwards takes a second or two.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

MARK = "written-without-fsync"
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def mark(data: Path) -> None:
    """Note that what is written from now on is in the kernel's memory only."""
    (data / MARK).write_text(BOOT_ID.read_text(encoding="ascii"), encoding="ascii")


def is_lost(data: Path) -> bool:
    """Return True when the machine has been restarted since data were written without fsync."""
    try:
        return (data / MARK).read_text(encoding="ascii") != BOOT_ID.read_text(encoding="ascii")
    except FileNotFoundError:
        return False


def is_pending(data: Path) -> bool:
    """Return True while there may be data that are in the kernel's memory only."""
    return (data / MARK).exists()


def settle(data: Path) -> None:
    """Write everything through to the disk. The server must have been stopped."""
    subprocess.run(["sync", "--file-system", data], check=True)
    (data / MARK).unlink()

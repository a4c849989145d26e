"""A local Elasticsearch node: `python -m infra.local.elasticsearch install|start|stop|status|url`.

Data, configuration, logs and the process id live in one folder, `var/elasticsearch` unless told otherwise. The node
listens on a loopback port of its own and never runs as root.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import hashlib
import json
import os
import secrets
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from infra.local import account, elasticsearch_install, keeping, paths, processes
from infra.local.failure import DISK_FULL, LocalError, is_about_full_disk, run
from infra.local.ports import LOOPBACK, free_port, is_free

START_SECONDS = 240.0
STOP_SECONDS = 20.0
QUICK = " -XX:TieredStopAtLevel=1"
ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Node:
    """A running node. `username` and `password` belong to a superuser and are empty when security is off."""

    pid: int
    url: str
    username: str = ""
    password: str = ""


def default_folder() -> Path:
    """Return the folder of the node that `make elasticsearch` starts."""
    return account.place_for(paths.VAR / "elasticsearch")


def running(folder: Path) -> Node | None:
    """Return the node that lives in `folder`, or None. A process id left by a node that was killed is ignored."""
    try:
        node = Node(**json.loads((folder / "node.json").read_text(encoding="utf-8")))
        command = Path(f"/proc/{node.pid}/cmdline").read_bytes()
    except (OSError, ValueError, TypeError):
        return None
    return node if os.fsencode(f"-Des.path.conf={folder / 'config'}") in command else None


def start(
    folder: Path, *, port: int | None = None, heap: str = "512m", security: bool = False, is_quick: bool = True
) -> Node:
    """Start the node of `folder` unless it runs, and return it once its health is yellow (about 11 s).

    port: None takes a free one. heap: as the JVM writes it. security: makes a superuser with a random password.
    is_quick: compile simply, which halves the CPU time until it answers and makes long work slower; not for measuring.
    Raise LocalError when the distribution or Java is missing, the port is taken or the node does not come up.
    """
    if not elasticsearch_install.is_installed():
        raise LocalError("Elasticsearch is not installed on this machine: run `make elasticsearch` first.")
    owner = account.for_data(folder)
    owner.make_folder(folder)
    with processes.exclusive(folder):
        if node := running(folder):
            return node
        if port and not is_free(port):
            raise LocalError(f"Port {port} is taken by another program: end that program or choose another port.")
        keeping.forget(folder)
        port = port or free_port()
        password = secrets.token_urlsafe(16) if security else ""
        _configure(folder, owner, port, password)
        server = _launch(folder, owner, f"-Xms{heap} -Xmx{heap} -Xlog:disable" + (QUICK if is_quick else ""))
        credentials = (ADMINISTRATOR, password) if security else ("", "")
        node = Node(server.pid, f"http://{LOOPBACK}:{port}", *credentials)
        (folder / "node.json").write_text(json.dumps(asdict(node)), encoding="utf-8")
        try:
            _wait_until_healthy(node, server, folder)
        except BaseException:
            stop(folder)
            raise
        return node


def stop(folder: Path) -> bool:
    """Stop the node of `folder` and its processes. Return False when none was running."""
    keeping.forget(folder)
    node = running(folder)
    if node:
        processes.stop_group(node.pid, STOP_SECONDS)
    (folder / "node.json").unlink(missing_ok=True)
    return node is not None


@contextlib.contextmanager
def running_node(data_dir: Path, port: int | None = None, heap: str = "512m", security: bool = False) -> Iterator[Node]:
    """Run a node of one's own for the length of a `with` block, its folder removed afterwards. For tests."""
    folder = account.place_for(data_dir)
    try:
        yield start(folder, port=port, heap=heap, security=security)
    finally:
        stop(folder)
        shutil.rmtree(folder, ignore_errors=True)
        account.leave(folder)


def _configure(folder: Path, owner: account.Account, port: int, password: str) -> None:
    config = folder / "config"
    shutil.rmtree(config, ignore_errors=True)
    shutil.copytree(elasticsearch_install.home() / "config", config)
    settings = {
        "cluster.name": "lien-thong",
        "discovery.type": "single-node",
        "network.host": LOOPBACK,
        "http.port": port,
        "path.data": str(folder / "data"),
        "path.logs": str(folder / "logs"),
        # A nearly full laptop disk must not turn the index read-only.
        "cluster.routing.allocation.disk.threshold_enabled": False,
        "xpack.security.enabled": bool(password),
        "xpack.security.autoconfiguration.enabled": False,
    }
    lines = [f"{name}: {json.dumps(value)}\n" for name, value in settings.items()]
    (config / "elasticsearch.yml").write_text("".join(lines), encoding="utf-8")
    if password:
        (config / "users").write_text(f"{ADMINISTRATOR}:{_hashed(password)}\n", encoding="utf-8")
        (config / "users_roles").write_text(f"superuser:{ADMINISTRATOR}\n", encoding="utf-8")
    for path in (config, *config.rglob("*")):
        os.chown(path, owner.uid, owner.gid)
        path.chmod(0o700 if path.is_dir() else 0o600)
    for name in ("data", "logs", "tmp"):
        owner.make_folder(folder / name)


def _hashed(password: str) -> str:
    """Return the password as the file realm stores it: PBKDF2 with HMAC-SHA512, 10,000 rounds, 32 bytes."""
    salt = secrets.token_bytes(32)
    key = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, 10_000, dklen=32)
    return f"{{PBKDF2}}10000${base64.b64encode(salt).decode()}${base64.b64encode(key).decode()}"


def _launch(folder: Path, owner: account.Account, java_options: str) -> subprocess.Popen[bytes]:
    """Start the server's launcher in a process group of its own, so that both JVMs end together."""
    home = elasticsearch_install.home()
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "ES_HOME": str(home),
        "ES_PATH_CONF": str(folder / "config"),
        "ES_TMPDIR": str(folder / "tmp"),
        "ES_JAVA_HOME": str(elasticsearch_install.java_home()),
        "ES_JAVA_OPTS": java_options,
        "CLI_NAME": "server",
        "CLI_LIBS": "lib/tools/server-cli",
    }
    with (folder / "console.log").open("wb") as console:
        return subprocess.Popen(
            ["bash", home / "bin" / "elasticsearch-cli"],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **owner.popen_arguments(),
        )


def _wait_until_healthy(node: Node, server: subprocess.Popen[bytes], folder: Path) -> None:
    healthy = processes.wait_until(lambda: server.poll() is not None or _is_healthy(node), START_SECONDS, every=0.25)
    if healthy and server.poll() is None:
        return
    log = (folder / "console.log").read_text(encoding="utf-8", errors="replace")
    if "Address already in use" in log or "BindException" in log:
        raise LocalError(f"{node.url} was taken by another program meanwhile: run the command again.")
    if is_about_full_disk(log):
        raise LocalError(DISK_FULL)
    raise LocalError(
        f"Elasticsearch did not come up: {folder / 'console.log'} says why; "
        "if its data are damaged, `make reset` removes them and the search index is built again."
    )


def _is_healthy(node: Node) -> bool:
    request = urllib.request.Request(f"{node.url}/_cluster/health?wait_for_status=yellow&timeout=5s")
    if node.password:
        pair = base64.b64encode(f"{node.username}:{node.password}".encode()).decode()
        request.add_header("Authorization", f"Basic {pair}")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return bool(json.load(answer)["status"] in {"yellow", "green"})
    except (OSError, ValueError, KeyError):
        return False


def main() -> int:
    """Obey the command line. Exit code 1 means that no node runs (status, url)."""
    parser = argparse.ArgumentParser(prog="infra.local.elasticsearch", description=__doc__)
    parser.add_argument("command", choices=["install", "start", "stop", "status", "url"])
    command = parser.parse_args().command
    folder = default_folder()
    if command == "install":
        print(f"Elasticsearch {elasticsearch_install.VERSION} is installed in {elasticsearch_install.install()}")
    elif command == "start":
        paths.VAR.mkdir(parents=True, exist_ok=True)
        print(f"Elasticsearch answers at {start(folder).url}")
        keeping.keep(folder)
    elif command == "stop":
        print("Elasticsearch has stopped." if stop(folder) else "Elasticsearch was not running.")
    else:
        node = running(folder)
        if command == "status":
            print(f"Elasticsearch answers at {node.url}" if node else "Elasticsearch is not running.")
        elif node:
            print(node.url)
        return 0 if node else 1
    return 0


if __name__ == "__main__":
    run(main)

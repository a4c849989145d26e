"""The whole product on a free port: web server, worker, a database of its own, real files, a real index."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from infra.local import processes

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0


@dataclass(frozen=True)
class Stack:
    """port: of the web server, for every unit's host. folder: files, mails and logs of this run."""

    port: int
    folder: Path

    def url(self, host: str, path: str = "/") -> str:
        return f"http://{host}.localhost:{self.port}{path}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def variables(*, database_url: str, elasticsearch_url: str, port: int, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "core.settings.test",
        "DATABASE_URL": database_url,
        "ELASTICSEARCH_URL": elasticsearch_url,
        "SEARCH_PREFIX": f"browser{port}",
        "LIEN_THONG_VAR": str(folder),
        "TEST_VAR_DIR": str(folder),
        "DEMO_PORT": str(port),
        "PUBLIC_PORT": str(port),
    }


@contextmanager
def running(environment: dict[str, str], *, port: int, folder: Path) -> Iterator[Stack]:
    """Start server and worker, yield once a page answers, end both by process id."""
    python = sys.executable
    manage = [python, "manage.py"]
    subprocess.run([*manage, "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True)
    if environment["ELASTICSEARCH_URL"]:
        subprocess.run([*manage, "search", "ensure"], cwd=ROOT, env=environment, check=True)
    granian = [str(Path(python).with_name("granian")), "--interface", "wsgi", "--no-ws", "--host", "127.0.0.1"]
    with ExitStack() as stack, (folder / "stack.log").open("wb") as log:
        for command in (
            [*granian, "--port", str(port), "--workers", "1", "--blocking-threads", "4", "core.wsgi:application"],
            [*manage, "worker"],
        ):
            child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
            stack.callback(_end, child)
        if not processes.wait_until(lambda: _answers(port), START_SECONDS, every=0.2):
            raise RuntimeError((folder / "stack.log").read_text(encoding="utf-8")[-3000:])
        yield Stack(port=port, folder=folder)


def fetch(url: str) -> tuple[int, str]:
    """Return status and text of an address on a *.localhost host, whatever the machine's resolver knows of it."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=20)
    try:
        connection.request(
            "GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers={"Host": parts.netloc}
        )
        response = connection.getresponse()
        return response.status, response.read().decode(errors="replace")
    finally:
        connection.close()


def _answers(port: int) -> bool:
    try:
        return fetch(f"http://portal.localhost:{port}/")[0] == http.client.OK
    except OSError:
        return False


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(timeout=15)
    except subprocess.TimeoutExpired:
        child.kill()

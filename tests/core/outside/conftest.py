"""A real server of this machine, which only those tests may ask that say so."""

import ipaddress
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core.outside.address import IPAddress

LOOPBACK = ipaddress.ip_address("127.0.0.1")


@dataclass
class Server:
    """answers: path → status and Location. seen: (path, headers) of every request. certificate: of an HTTPS one."""

    port: int = 0
    certificate: Path | None = None
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "vidu.example") -> str:
        return f"{'https' if self.certificate else 'http'}://{host}:{self.port}{path}"


class Names:
    """A resolver of our own: every name is this machine unless said otherwise. asked: names in order."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> list[IPAddress]:
        self.asked.append(host)
        return [ipaddress.ip_address(text) for text in self.known.get(host, [str(LOOPBACK)])]


def is_this_machine(address: IPAddress) -> bool:
    return address == LOOPBACK


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def server() -> Iterator[Server]:
    with running(Server()) as known:
        yield known


@pytest.fixture
def secure_server(tmp_path: Path) -> Iterator[Server]:
    """A server whose certificate is for vidu.example, signed by itself."""
    certificate = tmp_path / "certificate.pem"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-days", "2", "-subj", "/CN=vidu.example",
            "-addext", "subjectAltName=DNS:vidu.example", "-keyout", tmp_path / "key.pem", "-out", certificate,
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    with running(Server(certificate=certificate)) as known:
        yield known


class Handler(BaseHTTPRequestHandler):
    """Answers as the test's Server says."""

    server: "Listening"

    def do_GET(self) -> None:
        self.server.known.seen.append((self.path, dict(self.headers)))
        if self.path == "/tung-byte":
            self._drip()
        else:
            self._answer(*self.server.known.answers.get(self.path, (200, "")))

    def _answer(self, status: int, location: str) -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self._write(b"x" * 1_000_000)

    def _drip(self) -> None:
        """Send a header that never ends, faster than any timeout of a read."""
        self._write(b"HTTP/1.1 200 OK\r\nX-Cham: ")
        while self._write(b"."):
            time.sleep(0.05)

    def _write(self, data: bytes) -> bool:
        try:
            self.wfile.write(data)
            self.wfile.flush()
        except OSError:  # the other side has heard enough
            return False
        return True

    def log_message(self, *args: object) -> None:
        pass


class Listening(ThreadingHTTPServer):
    daemon_threads = True
    known: Server

    def handle_error(self, *args: object) -> None:
        """A handshake that the other side broke off is what the test wants."""


@contextmanager
def running(known: Server) -> Iterator[Server]:
    with Listening(("127.0.0.1", 0), Handler) as http:
        http.known, known.port = known, http.server_port
        if known.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(known.certificate, known.certificate.with_name("key.pem"))
            http.socket = context.wrap_socket(http.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield known
        http.shutdown()
        thread.join()


@pytest.fixture
def ask(server: Server, names: Names) -> Callable[[str], str]:
    from core.outside.probe import probe

    return lambda url: probe(url, agent="Thu/1.0", find=names, permit=is_this_machine)

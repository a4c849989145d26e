"""A client light enough to share two cores with what it measures: `python -m tests.bench.fast_load`, JSON on stdin.

One thread watches all connections; answers are only counted, by the length they announce.
"""

import json
import re
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import NamedTuple

from infra.local import paths
from infra.local.ports import LOOPBACK
from tests.bench.load import TIMEOUT_SECONDS, Load

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_HEAD_ENDS = b"\r\n\r\n"


class Form(NamedTuple):
    """What somebody sends. body: form-urlencoded. sender: the address a proxy in front would name."""

    body: str
    sender: str


def fast_load(port: int, host: str, path: str, *, connections: int, seconds: float, forms: Sequence[Form] = ()) -> Load:
    """Ask for one page over kept-open connections for some seconds, as browsers do that take Brotli.

    forms: sent to that page in turn, instead of asking for it.
    """
    order = {"port": port, "connections": connections, "seconds": seconds, "requests": _requests(host, path, forms)}
    command = [sys.executable, "-m", "tests.bench.fast_load"]
    done = subprocess.run(
        command, check=True, cwd=paths.ROOT, input=json.dumps(order), capture_output=True, text=True
    )  # fmt: skip
    return Load(**json.loads(done.stdout))


@dataclass
class Connection:
    """received: of the answer under way."""

    socket: socket.socket
    received: bytearray = field(default_factory=bytearray)

    def answer(self) -> bool | None:
        """Read on; return whether the answer that is now whole is a 200, None while it is not whole."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise ConnectionError("the server closed a connection")
        self.received += piece
        head = self.received.find(_HEAD_ENDS)
        if head < 0:
            return None
        length = _LENGTH.search(self.received, 0, head)
        if length is None:
            raise ConnectionError("an answer without a length")
        if len(self.received) < head + len(_HEAD_ENDS) + int(length[1]):
            return None
        is_good = self.received.startswith(b"HTTP/1.1 200")
        self.received.clear()
        return is_good


def _requests(host: str, path: str, forms: Sequence[Form]) -> list[str]:
    shared = f"{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, br\r\n"
    return [
        f"POST {shared}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form.body.encode())}\r\n"
        f"X-Forwarded-For: {form.sender}\r\n\r\n{form.body}"
        for form in forms
    ] or [f"GET {shared}\r\n"]


def _run(port: int, connections: int, seconds: float, requests: list[str]) -> Load:
    wanted: Iterator[bytes] = cycle([request.encode() for request in requests])
    good = bad = 0
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            one = Connection(socket.create_connection((LOOPBACK, port), TIMEOUT_SECONDS))
            selector.register(one.socket, selectors.EVENT_READ, one)
            one.socket.sendall(next(wanted))
        started = time.monotonic()
        while (passed := time.monotonic() - started) < seconds:
            for key, _events in selector.select(1):
                is_good = key.data.answer()
                if is_good is None:
                    continue
                good, bad = good + is_good, bad + (not is_good)
                key.data.socket.sendall(next(wanted))
        for key in list(selector.get_map().values()):
            key.data.socket.close()
    return Load(good, bad, passed)


if __name__ == "__main__":
    json.dump(_run(**json.load(sys.stdin))._asdict(), sys.stdout)

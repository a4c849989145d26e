"""A client in a process of its own: `python -m tests.bench.load` with one JSON object on stdin."""

import http.client
import json
import subprocess
import sys
import threading
import time
from itertools import count
from typing import NamedTuple

from infra.local import paths
from infra.local.ports import LOOPBACK

TIMEOUT_SECONDS = 30


class Load(NamedTuple):
    """requests: answered 200 within the time. failures: any other answer, or none."""

    requests: int
    failures: int
    seconds: float


def load(port: int, targets: list[tuple[str, str]], *, connections: int, seconds: float) -> Load:
    """Ask for the (host, path) pairs in turn over kept-open connections for some seconds."""
    order = {"port": port, "targets": targets, "connections": connections, "seconds": seconds}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        check=True,
        cwd=paths.ROOT,
        input=json.dumps(order),
        capture_output=True,
        text=True,
    )
    return Load(**json.loads(done.stdout))


def get(port: int, host: str, path: str) -> int:
    """Return the status of one request, 0 when nobody answers."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=TIMEOUT_SECONDS)
    try:
        return _ask(connection, host, path)
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def _ask(connection: http.client.HTTPConnection, host: str, path: str) -> int:
    connection.request("GET", path, headers={"Host": host})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _run(port: int, targets: list[tuple[str, str]], connections: int, seconds: float) -> Load:
    answered: list[bool] = []
    turn = count()
    started = time.monotonic()

    def ask_on() -> None:
        connection = http.client.HTTPConnection(LOOPBACK, port, timeout=TIMEOUT_SECONDS)
        while time.monotonic() - started < seconds:
            host, path = targets[next(turn) % len(targets)]
            try:
                answered.append(_ask(connection, host, path) == 200)
            except (OSError, http.client.HTTPException):
                answered.append(False)
                connection.close()

    threads = [threading.Thread(target=ask_on) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Load(sum(answered), len(answered) - sum(answered), time.monotonic() - started)


if __name__ == "__main__":
    json.dump(_run(**json.load(sys.stdin))._asdict(), sys.stdout)

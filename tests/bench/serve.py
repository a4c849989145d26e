"""Granian on a free loopback port, the same for both projects, and what its workers have cost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.local import paths
from infra.local.ports import LOOPBACK, free_port
from tests.bench.load import get

READY_SECONDS = 60.0
THREADS = 4
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A running server. host: one it answers to."""

    port: int
    pid: int
    host: str

    def workers(self) -> list[int]:
        """Return the ids of the worker processes."""
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]

    def cpu_seconds(self) -> float:
        """Return the CPU time the workers have used since they started, user and system."""
        fields = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.workers())
        return sum(int(times[11]) + int(times[12]) for times in fields) / TICKS

    def resident_mb(self) -> float:
        """Return the memory the workers hold in RAM, in MB."""
        lines = (Path(f"/proc/{pid}/status").read_text().splitlines() for pid in self.workers())
        return sum(int(line.split()[1]) for status in lines for line in status if line.startswith("VmRSS")) / 1024


@contextmanager
def running_server(
    application: str, *, host: str, variables: Mapping[str, str], workers: int, threads: int = THREADS
) -> Iterator[Server]:
    """Serve `module:name` until the block ends. Raise RuntimeError when its home page does not answer 200."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--host", LOOPBACK]
    size = ["--port", str(port), "--workers", str(workers), "--blocking-threads", str(threads)]
    log = Path(os.environ["LIEN_THONG_VAR"]) / f"web-{port}.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*command, *size, "--workers-kill-timeout", "5", application],
            cwd=paths.ROOT,
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
    try:
        server = Server(port, process.pid, host)
        _wait_for(server, process, log)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if get(server.port, server.host, "/") == 200:
            return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not answer 200 at {server.host}/: {log} says why")

"""A living network on this machine: `python -m infra.local.demo`, until Ctrl-C.

DEMO_PORT (8000) and DEMO_UNITS change its address and size; DATABASE_URL and ELASTICSEARCH_URL name servers to use.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from infra.local import children, demo_search, demo_table, keeping, paths, postgres, processes
from infra.local.children import Child
from infra.local.failure import LocalError, run
from infra.local.ports import LOOPBACK, is_free

NEEDED_BYTES = 1_000_000_000
FIRST_PAGE_SECONDS = 60.0
CREATED = paths.VAR / "demo-sites.json"
RESULT = paths.VAR / "demo.json"
STATIC_STAMP = paths.VAR / "static.stamp"
# What collected static files are made of, besides the locked packages.
STATIC_SOURCES = ("core", "sites", "templates", "requirements/dev.txt")


def number(name: str, default: str, *, low: int, high: int) -> int:
    """Return a whole number from the environment. Raise LocalError when it is none or out of range."""
    value = os.environ.get(name) or default
    if not value.isdigit() or not low <= int(value) <= high:
        raise LocalError(
            f"{name} must be a whole number from {low} to {high}, and it is {value!r}: change it and try again."
        )
    return int(value)


@contextlib.contextmanager
def only_demo(port: int) -> Iterator[None]:
    """Refuse what would end in confusion: a second demo in this checkout, a port in use, a disk nearly full."""
    paths.VAR.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        try:
            stack.enter_context(processes.exclusive(paths.VAR, wait=False))
        except BlockingIOError:
            raise LocalError(
                "A demo of this checkout runs already: stop it with Ctrl-C in its terminal first."
            ) from None
        if not is_free(port):
            raise LocalError(
                f"Port {port} is taken by another program: end that program, or choose another port, "
                f"for example `make demo DEMO_PORT={port + 1}`."
            )
        if shutil.disk_usage(paths.VAR).free < NEEDED_BYTES:
            raise LocalError("Less than 1 GB of disk is free: make some room (`df -h .`) and run the command again.")
        yield


def start_database(units: int, stack: ExitStack) -> postgres.Server | None:
    """Start the embedded server, or return None when DATABASE_URL names another one, which must answer."""
    if given := os.environ.get("DATABASE_URL"):
        _refuse_unreachable(given)
        return None
    server = postgres.start_default(throwaway=_has_fewer_sites_than(units))
    if not keeping.is_kept(server.data):
        stack.callback(server.stop)
    return server


def _has_fewer_sites_than(units: int) -> bool:
    """Return True when the last complete run made fewer sites, so that this one writes a lot that can be made again."""
    try:
        return len(json.loads(CREATED.read_text(encoding="utf-8"))["sites"]) < units
    except (OSError, ValueError):
        return True


def _refuse_unreachable(url: str) -> None:
    import psycopg2

    try:
        psycopg2.connect(url, connect_timeout=5).close()
    except psycopg2.Error as error:
        parts = urlsplit(url)
        raise LocalError(
            f"DATABASE_URL names a database that does not answer ({parts.hostname or 'local'}{parts.path}: "
            f"{str(error).strip().splitlines()[-1]}): correct it, or unset it to use the embedded PostgreSQL."
        ) from None


def prepare(units: int, port: int, variables: dict[str, str]) -> None:
    """Bring database, the demo's network and static files up to date. Quick when they are."""
    arguments = ["--units", str(units), "--port", str(port), "--json", str(CREATED)]
    steps = [children.launch("network", [sys.executable, "-m", "infra.local.demo_network", *arguments], variables)]
    stamp = static_stamp()
    if not STATIC_STAMP.exists() or STATIC_STAMP.read_text(encoding="ascii") != stamp:
        steps.append(children.manage("static", "collectstatic", "--noinput", "--clear", variables=variables))
    children.finish(*steps)
    STATIC_STAMP.write_text(stamp, encoding="ascii")


def static_stamp() -> str:
    """Return a digest of everything static files are made from, by name, size and time of change."""
    found = (path for name in STATIC_SOURCES for path in (paths.ROOT / name, *(paths.ROOT / name).rglob("*")))
    facts = sorted(
        f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in found
        if path.is_file() and path.suffix != ".pyc"
    )
    return paths.digest(Path("\n".join(facts)))


def serve(port: int, variables: dict[str, str]) -> Child:
    """Start the web server."""
    granian = [str(paths.VENV / "bin" / "granian"), "--interface", "wsgi", "--no-ws", "--host", LOOPBACK]
    size = ["--port", str(port), "--workers", "2", "--blocking-threads", "4", "--workers-kill-timeout", "5"]
    return children.launch("web", [*granian, *size, "core.wsgi:application"], variables)


def wait_for_first_page(port: int, web: Child) -> None:
    """Return once the portal's home page answers 200."""

    def answers() -> bool:
        if web.has_ended():
            raise web.failure()
        connection = http.client.HTTPConnection(LOOPBACK, port, timeout=20)
        try:
            connection.request("GET", "/", headers={"Host": f"portal.localhost:{port}"})
            status = connection.getresponse().status
        except OSError:
            return False
        finally:
            connection.close()
        if status != http.client.OK:
            raise LocalError(
                f"The portal's home page answered {status} instead of 200: {children.LOGS}/web.log says why."
            )
        return True

    if not processes.wait_until(answers, FIRST_PAGE_SECONDS, every=0.1):
        raise LocalError(
            f"The portal did not answer within {FIRST_PAGE_SECONDS:.0f} seconds: {children.LOGS} says why; "
            "run the command again, or `make reset` to start afresh."
        )


def supervise(served: list[Child]) -> NoReturn:
    """Stay until interrupted; a child that ends takes the demo with it, as LocalError."""
    while True:
        time.sleep(0.5)
        for child in served:
            if child.has_ended():
                raise child.failure()


def main() -> int:
    """Run the demo until Ctrl-C or SIGTERM, then stop everything it has started."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.default_int_handler)
    port = number("DEMO_PORT", "8000", low=1024, high=65_534)
    units = number("DEMO_UNITS", "0", low=0, high=2_000)
    with only_demo(port), ExitStack() as stack:
        try:
            run_demo(port, units, stack)
        except KeyboardInterrupt:
            print("\nStopping …", flush=True)
        finally:
            _keep_calm()
    return 0


def run_demo(port: int, units: int, stack: ExitStack) -> None:
    """Start everything in order and stay until interrupted. What must be stopped again is put on `stack`."""
    RESULT.unlink(missing_ok=True)
    print("Starting; the first time takes a few minutes …", flush=True)
    search = demo_search.find(stack)
    server = start_database(units, stack)
    variables = {
        "DJANGO_SETTINGS_MODULE": "core.settings.dev",
        "DATABASE_URL": server.url if server else os.environ["DATABASE_URL"],
        "ELASTICSEARCH_URL": search.url,
        "DEMO_PORT": str(port),
    }
    prepare(units, port, variables)
    if server:
        server.make_durable()
    served = [serve(port, variables)]
    stack.callback(lambda: children.stop(served))
    wait_for_first_page(port, *served)
    # Both take seconds of two cores, and nobody waits for them.
    search.start()
    served.append(children.manage("worker", "worker", variables=variables))
    network = json.loads(CREATED.read_text(encoding="utf-8"))
    RESULT.write_text(json.dumps(network, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(demo_table.text(network, search=search.sentence), flush=True)
    supervise(served)


def _keep_calm() -> None:
    """Once it stops, it stops: a second Ctrl-C must not leave processes behind."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)


if __name__ == "__main__":
    run(main)

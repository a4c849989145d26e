"""Ask whether an address still answers. A little of one page is read, nothing is kept of it.

The name is looked up once, every machine behind it is checked, and the connection goes to what was checked: a name
that answers differently the second time gains nothing. Each redirect goes the same way from the start.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPException
from typing import NamedTuple
from urllib.parse import urljoin

from urllib3.connection import CertificateError, HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from core.outside.address import AddressError, IPAddress, Permit, Resolve, Target, is_public, resolve, target_of
from core.outside.outcomes import Outcome

MOST_REDIRECTS = 5
# A name has an IPv4 and an IPv6 address, and not every installation can reach the latter.
MOST_MACHINES = 2
# Of one machine, while connecting and while answering.
SILENCE_SECONDS = 8.0
# For one address with all its redirects, however slowly somebody feeds us.
WHOLE_SECONDS = 20.0
READ_BYTES = 2048
_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_BAD_CERTIFICATE = (ssl.SSLCertVerificationError, CertificateError)
_FAILED = (OSError, HTTPError, HTTPException)


class _Answer(NamedTuple):
    status: int
    location: str


def probe(url: str, *, agent: str, find: Resolve = resolve, permit: Permit = is_public) -> Outcome:
    """Return how the address answers now; never raises for what lies outside. Takes WHOLE_SECONDS at most,
    and the time of the system's resolver.

    agent: who we are, with an address where somebody answers for us. find, permit: other machines than public ones are
    asked only where a caller says so, which tests do.
    """
    deadline = time.monotonic() + WHOLE_SECONDS
    for _hop in range(MOST_REDIRECTS + 1):
        try:
            target = target_of(url)
        except AddressError:
            return Outcome.UNUSABLE
        answer = _answer_of(target, _machines(target, find, permit), agent=agent, deadline=deadline)
        if isinstance(answer, Outcome):
            return answer
        if answer.status not in _MOVED or not answer.location:
            return _outcome_of(answer.status)
        url = _next(url, answer.location)
    return Outcome.ENDLESS


def _next(url: str, location: str) -> str:
    """Return where a redirect leads, "" where it is no address at all."""
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


def _outcome_of(status: int) -> Outcome:
    """Return what a final status means. A page that wants a log-in, or no robots, is there."""
    if status in _GONE:
        return Outcome.NOT_FOUND
    return Outcome.SERVER_ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else Outcome.ANSWERED


def _machines(target: Target, find: Resolve, permit: Permit) -> list[IPAddress]:
    """Return the machines to ask; none when the name is unknown or one of them is not to be asked."""
    try:
        found = list(find(target.host, target.port))
    except (OSError, UnicodeError):
        return []
    return found if all(permit(address) for address in found) else []


def _answer_of(target: Target, machines: list[IPAddress], *, agent: str, deadline: float) -> _Answer | Outcome:
    """Return the answer of the first machine that gives one, else what the last one failed with."""
    failure = Outcome.NO_HOST
    for address in machines[:MOST_MACHINES]:
        try:
            return _ask(target, address, agent=agent, deadline=deadline)
        except _BAD_CERTIFICATE:
            failure = Outcome.BAD_CERTIFICATE
        except _FAILED:
            failure = Outcome.SILENT
    return failure


def _ask(target: Target, address: IPAddress, *, agent: str, deadline: float) -> _Answer:
    headers = {"Host": target.host_header, "User-Agent": agent, "Accept": "text/html, */*;q=0.5", "Connection": "close"}
    with closing(_connection(target, address)) as connection, _ended_at(deadline, connection):
        connection.request("GET", target.request_uri, headers=headers, preload_content=False, decode_content=False)
        response = connection.getresponse()
        response.read(READ_BYTES)
        if time.monotonic() > deadline:  # what was cut off reads like an answer that ends early
            raise TimeoutError(target.host)
        return _Answer(response.status, response.headers.get("Location", ""))


def _connection(target: Target, address: IPAddress) -> HTTPConnection:
    host, port, name = str(address), target.port, target.host
    if target.scheme == "http":
        return HTTPConnection(host, port, timeout=SILENCE_SECONDS)
    return HTTPSConnection(host, port, timeout=SILENCE_SECONDS, server_hostname=name, assert_hostname=name)


@contextmanager
def _ended_at(deadline: float, connection: HTTPConnection) -> Iterator[None]:
    """Cut the line at the deadline: a server that sends one byte at a time never runs into the timeout of a read."""
    is_over = threading.Event()

    def watch() -> None:
        is_waited = is_over.wait(max(0.0, deadline - time.monotonic()))
        while not is_waited:
            with suppress(OSError, AttributeError):  # not connected yet: look again
                connection.sock.shutdown(socket.SHUT_RDWR)
            is_waited = is_over.wait(0.5)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        is_over.set()

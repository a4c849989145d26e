"""What an address of the web may look like before anybody asks for it, and which machines may be asked."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import NamedTuple

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
# From a host's name and port to the machines that answer for it; OSError where there is none.
Resolve = Callable[[str, int], Sequence[IPAddress]]
Permit = Callable[[IPAddress], bool]

PORTS = {"http": 80, "https": 443}
LONGEST = 500
# Ranges of IPv6 that carry an IPv4 address inside, which may be a private one, and networks' own translators.
_WRAPPING = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


class Target(NamedTuple):
    """host: ASCII, lower case. request_uri: path and query, percent-encoded."""

    scheme: str
    host: str
    port: int
    request_uri: str

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


class AddressError(ValueError):
    """No address a reader could follow from a page of the web."""


def target_of(url: str) -> Target:
    """Return the parts of an absolute address. Raise AddressError for anything but http and https, and for log-ins."""
    try:
        parts = parse_url(url)
    except LocationParseError as error:
        raise AddressError(url) from error
    if parts.scheme not in PORTS or not parts.host or parts.auth or len(url) > LONGEST:
        raise AddressError(url)
    return Target(
        parts.scheme, parts.host.strip("[]").rstrip("."), parts.port or PORTS[parts.scheme], parts.request_uri
    )


def is_public(address: IPAddress) -> bool:
    """Return whether the machine is one of the public Internet: neither ours, nor a private network's, nor a group."""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in network for network in _WRAPPING if network.version == address.version)


def resolve(host: str, port: int) -> list[IPAddress]:
    """Return the machines behind a name, each once, IPv4 first. Asks the system's resolver; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = dict.fromkeys(ipaddress.ip_address(str(info[4][0]).partition("%")[0]) for info in found)
    return sorted(addresses, key=lambda address: address.version)

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the address of the machine a request came from, "-" on a unix socket.

    Behind proxies of our own (TRUSTED_PROXIES of them) it is read from X-Forwarded-For, counted from the right: what
    stands further left was written by the sender and may be anything.
    """
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if 0 < settings.TRUSTED_PROXIES <= len(hops) and (address := hops[-settings.TRUSTED_PROXIES]):
        return address
    return request.META.get("REMOTE_ADDR") or "-"


def network_address_of(request: HttpRequest) -> str | None:
    """Return the address for a column of network addresses: None on a unix socket and for what is no address."""
    address = address_of(request)
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return None

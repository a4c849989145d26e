"""From a request to the key of its page: only what anybody may be given, and only what a page can depend on."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from core.frontend.display import COOKIE_NAME, Display

LONGEST_PATH = 300
LONGEST_QUERY = 200
# What other sites hang on links to follow people: no page of ours reads it.
TRACKERS = frozenset(
    {"fbclid", "gclid", "zarsrc", "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"}
)


class Asked(NamedTuple):
    """query: the known fields in one order. display: the reader's size and view. The page's language is in its path."""

    host: str
    is_secure: bool
    path: str
    query: str
    display: str


def asked_of(request: HttpRequest) -> Asked | None:
    """Return what the request asks for, None where the answer may depend on who asks or on what is not in the key."""
    if request.method not in {"GET", "HEAD"} or getattr(request, "is_dummy", False):
        return None
    path = request.path
    if path.startswith(settings.PAGE_CACHE_EXCEPT) or len(path) > LONGEST_PATH or "HTTP_AUTHORIZATION" in request.META:
        return None
    display, query = _display(request), _query(request)
    if display is None or query is None:
        return None
    host = host_of(request)
    return None if host is None else Asked(host, request.is_secure(), path, query, display)


def host_of(request: HttpRequest) -> str | None:
    """Return the host without port, as the register writes it; None for what no host can be."""
    try:
        return request.get_host().rsplit(":", 1)[0].rstrip(".").lower()
    except DisallowedHost:
        return None


def ask_as(request: HttpRequest, asked: Asked) -> None:
    """Let the views see the query of the key and no other, so that what they write into the page is everybody's."""
    if request.META.get("QUERY_STRING", "") != asked.query:
        request.META["QUERY_STRING"] = asked.query
        request.__dict__.pop("GET", None)  # read from QUERY_STRING once


def _display(request: HttpRequest) -> str | None:
    """Return the reader's display; None for a cookie that says who somebody is, or that nobody here knows.

    The form token's cookie says nothing as long as the page has no form, and a page that has one is not kept.
    """
    if "HTTP_COOKIE" in request.META and not request.COOKIES.keys() <= {COOKIE_NAME, settings.CSRF_COOKIE_NAME}:
        return None
    return Display.parse(request.COOKIES.get(COOKIE_NAME) if "HTTP_COOKIE" in request.META else None).cookie


def _query(request: HttpRequest) -> str | None:
    """Return the known fields in one order; None when there are others, or more than a reader would ask for."""
    raw = request.META.get("QUERY_STRING", "")
    if not raw:
        return ""
    if len(raw) > LONGEST_QUERY:
        return None
    fields = [pair for pair in _pairs(request) if pair[0] not in TRACKERS]
    if any(name not in settings.PAGE_CACHE_FIELDS for name, _value in fields):
        return None
    return urlencode(sorted({(name, value) for name, value in fields if value}))


def _pairs(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.GET.lists():
        for value in values:
            yield str(name), str(value)

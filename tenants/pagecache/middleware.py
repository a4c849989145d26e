"""Answers anonymous readers from memory, before anything looks at sessions, people or the database."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from tenants.pagecache.asked import Asked, ask_as, asked_of
from tenants.pagecache.flights import Flights
from tenants.pagecache.page import Stamp, keep
from tenants.pagecache.shelf import shelves
from tenants.units.hosts import host_cache
from tenants.units.pulse import pulses

flights = Flights()


class PageCacheMiddleware:
    """Stands in front of all others: what it keeps is the whole answer, with the headers that those have set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = asked_of(request)
        stamp = stamp_of(asked.host) if asked else None
        if asked is None or stamp is None:
            return self.get_response(request)
        page = shelves.of(asked).find(asked, stamp)
        if page is None:
            with flights.join((asked, stamp)) as is_first:
                if is_first:
                    return self._make(request, asked, stamp)
            page = shelves.of(asked).find(asked, stamp)
        return page.answer(request) if page and page.bodies else self.get_response(request)

    def _make(self, request: HttpRequest, asked: Asked, stamp: Stamp) -> HttpResponseBase:
        """Render the page, and keep it as of a stamp that was read before: a change meanwhile makes it stale."""
        ask_as(request, asked)
        response = self.get_response(request)
        page = keep(request, response, stamp) if request.method == "GET" else None
        if page is None:
            return response
        shelves.of(asked).put(asked, page)
        return page.answer(request) if page.bodies else response


def stamp_of(host: str) -> Stamp | None:
    """Return what a page of this host must be made at; None for a host without public pages.

    No query while the pulse is young. The unit itself, its status for one, is taken from the register of the same
    moment: a unit that has been suspended answers nothing from memory.
    """
    if host == settings.CONSOLE_HOST:
        return None
    site = host_cache.find(host).site
    pulse = pulses.of(site.pk) if site else None
    if pulse and pulse.register != host_cache.version:
        host_cache.forget()
        pulses.forget()
        site = host_cache.find(host).site
        pulse = pulses.of(site.pk) if site else None
    if site is None or pulse is None or pulse.register != host_cache.version or not site.unit.effect.public_pages:
        return None
    return Stamp(pulse, timezone.localdate())

"""The edge: from the request's host to the unit whose schema everything after this reads."""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import set_urlconf
from django.utils.translation import gettext as _

from core.frontend.programs import is_for_programs, problem
from core.schema import active_tenant, enter, leave
from tenants.units.context import use_site
from tenants.units.hosts import host_cache
from tenants.units.models import UnitSite

ADMIN_PREFIX = "/quan-tri/"
# What a suspended or planned unit's visitors are told to wait, in seconds.
RETRY_AFTER_SECONDS = 3600


class UnitMiddleware:
    """Activate the unit, or answer: 404 for a host that is no unit's, 301 from a former host, 503 while suspended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Wagtail's preview re-runs the middleware with Site.hostname, which names no host of ours: the unit stays.
        if getattr(request, "is_dummy", False) and isinstance(site := active_tenant(), UnitSite):
            self._enter(request, site)
            return self.get_response(request)
        leave()
        try:
            host = request.get_host().rsplit(":", 1)[0].rstrip(".").lower()
        except DisallowedHost:
            return self._unknown_host(request)
        if host == settings.CONSOLE_HOST:
            request.urlconf = settings.PUBLIC_SCHEMA_URLCONF
            set_urlconf(settings.PUBLIC_SCHEMA_URLCONF)
            return self.get_response(request)
        target = host_cache.find(host)
        if target.redirect_host:
            port = request.get_port()
            address = target.redirect_host + ("" if port in {"80", "443"} else f":{port}")
            return _asked_again(HttpResponsePermanentRedirect(f"{request.scheme}://{address}{request.get_full_path()}"))
        if target.site is None:
            return self._unknown_host(request)
        return self._serve(request, target.site)

    def _serve(self, request: HttpRequest, site: UnitSite) -> HttpResponse:
        self._enter(request, site)
        try:
            effect = site.unit.effect
            if request.path.startswith(ADMIN_PREFIX):
                # Log-in itself refuses people of a unit where nobody may work (tenants.memberships.backend).
                return self._answer(request, site)
            if not effect.public_pages and not request.path.startswith(settings.STATIC_URL):
                return self._paused(request, site)
            return self._answer(request, site)
        finally:
            leave()

    def _answer(self, request: HttpRequest, site: UnitSite) -> HttpResponse:
        """Pass the request on. What is sent piece by piece goes on reading this unit after the request has left it."""
        response = _asked_again(self.get_response(request))
        if isinstance(response, StreamingHttpResponse) and not isinstance(response, FileResponse):
            response.streaming_content = _drawn_in(site, iter(response))
        return response

    @staticmethod
    def _enter(request: HttpRequest, site: UnitSite) -> None:
        request.tenant = site  # type: ignore[attr-defined]  # where django-tenants' own tools look
        request.unit = site.unit  # type: ignore[attr-defined]  # for templates
        enter(site)
        request.urlconf = settings.ROOT_URLCONF
        set_urlconf(settings.ROOT_URLCONF)

    @staticmethod
    def _unknown_host(request: HttpRequest) -> HttpResponse:
        if is_for_programs(request.path):
            return problem(_("Không có trang nào ở tên miền này. Hãy xem lại địa chỉ."), status=404)
        return render(request, "pages/unknown_host.html", status=404)

    @staticmethod
    def _paused(request: HttpRequest, site: UnitSite) -> HttpResponse:
        unit = site.unit
        if is_for_programs(request.path):
            sentence = _("Trang của %(unit)s đang tạm nghỉ. Hãy hỏi lại sau.")
            response = problem(sentence % {"unit": unit.name}, status=503)
        else:
            context = {"unit_name": unit.name, "unit_phone": unit.phone}
            response = render(request, "pages/503.html", context, status=503)
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response


def _asked_again(response: HttpResponse) -> HttpResponse:
    """Have browsers ask anew where a permanent redirect leads: the host may pass on to another unit."""
    if response.status_code == HTTPStatus.MOVED_PERMANENTLY:
        response.headers.setdefault("Cache-Control", "no-cache")
    return response


def _drawn_in(site: UnitSite, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the pieces, each made inside the unit: the server asks for them after all middleware has returned."""
    while True:
        with use_site(site):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece

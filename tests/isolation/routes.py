"""Every route of the product, with an address to ask for and the kind of answer somebody gets."""

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLResolver, get_resolver

from tests.isolation.things import Things

ADMIN_HOME = "/quan-tri/"
LOG_IN = {settings.LOGIN_URL, "/quan-tri/login/"}  # the second, Wagtail's, leads on to ours
OUR_PACKAGES = {"core", "tenants", "sites", "search"}
# A place in a route: `<int:page_id>`, `<uidb64>`.
PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Route:
    """path: as Django writes it, prefixes included. is_ours: the view behind it is."""

    path: str
    is_ours: bool


def all_routes(urlconf: str) -> list[Route]:
    """Return every route of the urlconf, in its order; of two with one path the first answers."""
    routes = {route.path: route for route in reversed(list(_walk(get_resolver(urlconf), "")))}
    return list(reversed(routes.values()))


def _walk(resolver: URLResolver, prefix: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, path)
        else:
            package = (getattr(pattern.callback, "__module__", "") or "").partition(".")[0]
            yield Route(path, is_ours=package in OUR_PACKAGES)


# Addresses for routes that are regular expressions, that need a query, or whose places mean something of their own.
EXAMPLES = {
    "quan-tri/^(?:password_reset|users|groups)(?:/|$)": "quan-tri/users/",
    "quan-tri/^bulk/(?:accounts|auth)/": "quan-tri/bulk/accounts/user/delete/",
    "quan-tri/^.*/$": "quan-tri/khong-co/",
    "quan-tri/bulk/<str:app_label>/<str:model_name>/<str:action>/": (
        "quan-tri/bulk/wagtailcore/page/delete/?id=<page_id>&next=/quan-tri/pages/"
    ),
    r"quan-tri/pages/^(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$": (
        "quan-tri/pages/<page_id>/revisions/compare/earliest...latest/"
    ),
    "quan-tri/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/": (
        "quan-tri/pages/workflow/action/<submitted_id>/approve/<task_state_id>/"
    ),
    "quan-tri/pages/workflow/collect_action_data/<int:page_id>/<slug:action_name>/<int:task_state_id>/": (
        "quan-tri/pages/workflow/collect_action_data/<submitted_id>/reject/<task_state_id>/"
    ),
    "quan-tri/pages/workflow/confirm_cancellation/<int:page_id>/": (
        "quan-tri/pages/workflow/confirm_cancellation/<submitted_id>/"
    ),
    "quan-tri/pages/workflow/preview/<int:page_id>/<int:task_id>/": (
        "quan-tri/pages/workflow/preview/<submitted_id>/<task_id>/"
    ),
    "quan-tri/pages/<int:page_id>/workflow_history/detail/<int:workflow_state_id>/": (
        "quan-tri/pages/<submitted_id>/workflow_history/detail/<workflow_state_id>/"
    ),
    "quan-tri/go-bai/": "quan-tri/go-bai/?id=<page_id>&cach=go",
    r"tai-lieu/^(\d+)/(.*)$": "tai-lieu/<document_id>/<document_name>",
    r"tep/^(?P<token>[A-Za-z0-9_-]{22})/(?P<filename>[^/\\]+)$": "tep/<image_path>",
    r"danh-ba/^(?P<filename>danh-ba-don-vi\.(?:csv|xlsx))$": "danh-ba/danh-ba-don-vi.csv",
    "gop-y/<int:pk>/": "gop-y/<draft_id>/",
    "gop-y/<int:pk>/da-nhan/": "gop-y/<draft_id>/da-nhan/",
    "y-kien/<int:pk>/": "y-kien/<poll_id>/",
    "ket-qua/<int:pk>/": "ket-qua/<exam_id>/",
    r"^(?P<path>(?:[a-z0-9-]+/)*)feed/$": "feed/",
    "sitemap-<slug:section>.xml": "sitemap-trang.xml",
    r"^(?P<path>(?:[a-z0-9-]+/)+)xuat-excel/$": "van-ban-cong-van/xuat-excel/",
    r"^(?P<path>(?:[a-z0-9-]+/)+)lich\.ics$": "gioi-thieu/lich.ics",
    r"quan-tri/lich-cong-tac/history/(?P<pk>.+)/revisions/compare/"
    r"(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$": (
        "quan-tri/lich-cong-tac/history/<pk>/revisions/compare/earliest...latest/"
    ),
    r"^(?!_util/)((?:[\w-]+/)*)$": "gioi-thieu/",
    r"^((?:[\w\-]+/)*)$": "gioi-thieu/",
}


def address_of(route: Route, things: Things) -> str:
    """Return the path to ask for. Raise KeyError for a place of the route that tests.isolation.things does not know."""
    text = EXAMPLES.get(route.path, route.path).replace("/^", "/")
    area = text.removeprefix("quan-tri/").removeprefix("api/main/").partition("/")[0]
    return "/" + PLACE.sub(lambda place: str(things.value(area, place[1])), text)


@dataclass(frozen=True)
class Asker:
    """A browser on one host, with whatever cookies the person has."""

    client: Client
    things: Things

    def answer(self, route: Route) -> str:
        """Return the kind of what the route's address gives: asked by POST where GET is not for it.

        Whatever it changes is taken back.
        """
        address, cookies = address_of(route, self.things), copy(self.client.cookies)
        with transaction.atomic():
            response = self.client.get(address)
            if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                response = self.client.post(address)
            transaction.set_rollback(True)
        self.client.cookies = cookies
        return kind_of(response)


def kind_of(response: HttpResponseBase) -> str:
    """Return L for a way to the log-in, H home, D denied or not there, E an error, O for what is open to the person."""
    if response.status_code in {301, 302}:
        path = urlsplit(response["Location"]).path
        return "L" if path in LOG_IN else "H" if path == ADMIN_HOME else "O"
    if response.status_code in {403, 404, 410}:
        return "D"
    return "O" if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR else "E"

"""One transaction around each changing request of the admin.

Wagtail opens none of its own around publish and unpublish, so `page_published` would arrive outside any
and the registry, ledger and outbox rows would not share the page's fate (architecture.md, "One transaction each").
"""

import re
import zlib
from collections.abc import Callable

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from core.schema import active_schema

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# Namespace of the advisory locks that changing requests of one thing hold.
CHANGE_LOCKS = 7721
_ONE_THING = re.compile(r"/\d+/")


class AdminTransactionMiddleware:
    """Roll back when the view raises or answers 5xx; log-in stays outside so that a failed attempt is still counted.

    A button pressed twice, or in two tabs: the second request waits for the first and then finds what that one did.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_admin = request.path.startswith("/quan-tri/") and not request.path.startswith("/quan-tri/dang-nhap/")
        if request.method in SAFE_METHODS or not is_admin:
            return self.get_response(request)
        with transaction.atomic():
            if _ONE_THING.search(request.path):
                _take_turn(request.path)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            return response


def _take_turn(path: str) -> None:
    """Wait until no other change of this address of the unit is under way. Held to the end of the transaction."""
    key = zlib.crc32(f"{active_schema()}{path}".encode()) - 2**31
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [CHANGE_LOCKS, key])

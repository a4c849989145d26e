"""One transaction around each changing request of the admin.

Wagtail opens none of its own around publish and unpublish, so `page_published` would arrive outside any
and the registry, ledger and outbox rows would not share the page's fate (architecture.md, "One transaction each").
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class AdminTransactionMiddleware:
    """Roll back when the view raises or answers 5xx; log-in stays outside so that a failed attempt is still counted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_admin = request.path.startswith("/quan-tri/") and not request.path.startswith("/quan-tri/dang-nhap/")
        if request.method in SAFE_METHODS or not is_admin:
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            return response

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from core.schema import PUBLIC, active_schema


class UnitRedirectMiddleware(RedirectMiddleware):
    """Wagtail's redirects, inside units only: on the console's host there is no such table to look into."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        return response if active_schema() == PUBLIC else super().process_response(request, response)

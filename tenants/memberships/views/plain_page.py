"""Pages of ours below `/quan-tri/`: Vietnamese, never cached, under the public pages' strict Content-Security-Policy.

django-csp leaves that prefix out because Wagtail's admin renders inline scripts; these pages do not.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers

View = Callable[..., HttpResponseBase]


def plain_page(view: View) -> View:
    """Decorate a view whose page stands on our own components."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> HttpResponseBase:
        # The console's host has no languages in its addresses; without this the browser's would be spoken there.
        with translation.override(settings.LANGUAGE_CODE):
            response = view(*args, **kwargs)
            if isinstance(response, SimpleTemplateResponse):
                response.render()
        response.headers[HEADER] = build_policy()
        add_never_cache_headers(response)
        return response

    return guarded

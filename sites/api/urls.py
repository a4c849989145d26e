"""Addresses of the API. Each view of the library stands behind what all answers share."""

from django.urls import URLPattern, URLResolver, include, path

from sites.api.answers import for_readers
from sites.api.api import api
from sites.api.words import described


def _open(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = for_readers(pattern.callback)
    return patterns


_patterns, _app_name, _namespace = api.urls

urlpatterns = [
    path("", described, name="api_words"),
    path("v1/", include((_open(_patterns), _app_name), namespace=_namespace)),
]

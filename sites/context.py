"""The frame for templates that no page presents: search, 404, display preferences."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from sites.frame import SiteFrame
from sites.presenters.surroundings import surroundings_of


def frame(request: HttpRequest) -> dict[str, object]:
    """Return `frame`, worked out when a template asks for it: the admin's pages never do."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> SiteFrame:
    return surroundings_of(request).frame

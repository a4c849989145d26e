"""Registration only."""

from django.http import Http404, HttpRequest
from wagtail import hooks

from core.media.models import UnitDocument
from core.media.permissions import may_fetch


@hooks.register("before_serve_document")
def check_document(document: UnitDocument, request: HttpRequest) -> None:
    """Wagtail's own address for documents obeys the rule of `/tep/`."""
    if not may_fetch(document, request=request):
        raise Http404

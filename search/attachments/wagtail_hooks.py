"""Registration only."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from wagtail import hooks

from search.attachments.notices import unread_files


@hooks.register("before_edit_page")
def tell_about_unread_files(request: HttpRequest, page: Any) -> None:
    """Whoever opens a page reads what its files keep from readers."""
    if request.method == "GET":
        for sentence in unread_files(page.specific_deferred):
            messages.warning(request, sentence)

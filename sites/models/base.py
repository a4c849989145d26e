import secrets
from typing import Any, ClassVar, cast

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core.slugs import slug_for
from core.text.normalize import clean_text

SLUG_TOKEN_BYTES = 3


class BasePage(Page):
    """What every page of a unit's site shares: a summary, NFC text, and an address made by the server.

    Subclasses name their `registry_type` when readers may find them in the network search (search.documents);
    an empty one keeps the page out of the registry.
    """

    registry_type: ClassVar[str] = ""

    # Wagtail's own, named for the type checker.
    title: str
    slug: str
    url_path: str

    summary = models.TextField(
        _("tóm tắt"),
        blank=True,
        max_length=500,
        help_text=_("Một hai câu. Hiện dưới tiêu đề và trong kết quả tìm kiếm."),
    )

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        abstract = True

    def _set_core_field_defaults(self) -> None:
        """Make the address from the title and a short id: namesakes never collide and are never counted."""
        if not self.slug and self.path:
            self.slug = slug_for(self.title, secrets.token_hex(SLUG_TOKEN_BYTES))
        super()._set_core_field_defaults()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._answer(request, is_preview=False)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self._answer(request, is_preview=True)

    def _answer(self, request: HttpRequest, *, is_preview: bool) -> HttpResponse:
        """Show the page through its presenter, which stands above the models."""
        from sites.views.page import page_response

        cast(Any, request).is_preview = is_preview
        return page_response(self, request)

    def clean(self) -> None:
        super().clean()
        self.title = clean_text(self.title).strip()
        self.summary = clean_text(self.summary).strip()

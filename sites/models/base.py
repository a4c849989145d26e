import secrets
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any, ClassVar, cast

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import COMMENTS_RELATION_NAME, Page
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_localize.fields import SynchronizedField

from core.slugs import slug_for
from core.text.normalize import clean_text
from sites.ownership.panel import OwnerPanel

SLUG_TOKEN_BYTES = 3
# What a draft writes into the page's row, with each automatic save: the text itself waits in the revision.
DRAFT_FIELDS = frozenset(
    {"latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title", COMMENTS_RELATION_NAME}
)


def is_draft_save(update_fields: Iterable[str] | None) -> bool:
    """Return True when saving these fields of a page changes nothing that is searched or refers to something."""
    return update_fields is not None and DRAFT_FIELDS.issuperset(update_fields)


class BasePage(Page):
    """What every page of a unit's site shares: a summary, NFC text, and an address made by the server.

    Subclasses name their `registry_type` when readers may find them in the network search (search.documents);
    an empty one keeps the page out of the registry.
    """

    registry_type: ClassVar[str] = ""
    # Queued by sites.signal_handlers, which knows drafts.
    search_auto_update: ClassVar[bool] = False

    # The address of a version in another language follows that of its source: nobody has to translate it.
    override_translatable_fields: ClassVar[list[Any]] = [SynchronizedField("slug", overridable=False)]

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

    content_panels: ClassVar[list[Any]] = [OwnerPanel(), *Page.content_panels, FieldPanel("summary")]

    class Meta:
        abstract = True

    def _set_core_field_defaults(self) -> None:
        """Make the address from the title and a short id: namesakes never collide and are never counted."""
        if not self.slug and self.path:
            self.slug = slug_for(self.title, secrets.token_hex(SLUG_TOKEN_BYTES))
        super()._set_core_field_defaults()

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save without Wagtail's task for the reference index where it would find nothing to do.

        core.media has written the index of a live page when this returns, and a draft's fields refer to nothing.
        """
        fields = kwargs.get("update_fields")
        is_settled = self.live if fields is None else is_draft_save(fields)
        with disable_reference_index_auto_update() if is_settled else nullcontext():
            return super().save(*args, **kwargs)

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

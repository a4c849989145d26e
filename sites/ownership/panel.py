"""Tells an editor, above the fields of a section, who owns it."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from core.schema import active_tenant
from tenants.units.models import UnitSite


class OwnerPanel(Panel):
    """No field: a page without an owner, or not yet in the tree, shows nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/owner_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.sentence = self._sentence()

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.sentence)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"sentence": self.sentence}

        def _sentence(self) -> str:
            # Page models name this panel, and the book stands above them.
            from sites.ownership.book import owners_at, sentence
            from sites.presenters.menu import current_menu

            if not self.instance.pk or not isinstance(active_tenant(), UnitSite):
                return ""
            book = owners_at(current_menu().key)
            return sentence(book.answering_for(self.instance.path, timezone.localdate()))

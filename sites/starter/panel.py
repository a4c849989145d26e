"""Tells an editor, above the fields of a page that waits to be filled, what belongs there."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from core.schema import active_tenant
from tenants.units.models import UnitSite


class FillPanel(Panel):
    """No field: once the page is public, or where the plan says nothing about it, it shows nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/fill_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.words = self._words()

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.words)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"words": self.words}

        def _words(self) -> str:
            # Page models name this panel, and the plans stand above them.
            from sites.starter.plans import words_for

            site = active_tenant()
            if not self.instance.pk or self.instance.live or not isinstance(site, UnitSite):
                return ""
            return words_for(self.instance, site.unit.kind)

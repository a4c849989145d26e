"""Tells an editor, above the links of a page, which of them did not answer at night."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from core.schema import active_tenant
from tenants.units.models import UnitSite


class LinkCheckPanel(Panel):
    """No field: a page that leads nowhere yet, or is not published, shows nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/library/link_check_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.report = self._report()

        def is_shown(self) -> bool:
            return super().is_shown() and self.report is not None

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"report": self.report}

        def _report(self) -> Any:
            # Page models name this panel, and the report stands above them.
            from sites.library.admin.report import report_of

            if not self.instance.pk or not isinstance(active_tenant(), UnitSite):
                return None
            return report_of(self.instance)

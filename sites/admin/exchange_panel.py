"""The first panel of an article in the editor: where it stands with the Sở, and what keeps it from publication."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from core.schema import active_tenant
from sites.admin.files_shown import page_obstacles
from sites.admin.sending.queries import submissions_of
from sites.admin.staff import staff_of
from sites.admin.timeline import pending_keys, standing_of, timeline_of
from tenants.exchange.models import Submission
from tenants.units.models import UnitSite


class ExchangePanel(Panel):
    """No field: a page that was never sent and has nothing against it shows nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/exchange_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.submission = self._submission()
            self.obstacles = page_obstacles(self.instance) if self.instance.pk else []

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.submission or self.obstacles)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["obstacles"] = self.obstacles
            if row := self.submission:
                context |= {
                    "submission": row,
                    "standing": standing_of(row, has_new_edition=row.pk in pending_keys([row])),
                    "timeline": timeline_of(row),
                    "is_portal": staff_of(self.request).is_portal,
                }
            return context

        def _submission(self) -> Submission | None:
            """The ledger row of the unit's article, or on the portal of the copy that stands here."""
            if not self.instance.pk or not isinstance(active_tenant(), UnitSite):
                return None
            if uuid := getattr(self.instance, "submission_uuid", None):
                return Submission.objects.select_related("room").filter(uuid=uuid).first()
            rows = submissions_of(self.instance.pk)
            return rows[0] if rows else None

"""The panels of the dashboard; Wagtail's own give way to them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.admin.ui.components import Component

from sites.admin.dashboard.to_do import days_left, nothing_to_do, to_do
from sites.admin.sending.queries import month_count, sent_by_unit
from sites.admin.staff import staff_of
from sites.admin.timeline import pending_keys, standing_of
from sites.models import ArticlePage
from tenants.units.models import Role

DRAFTS_SHOWN = 5
SENT_SHOWN = 5


class ToDoPanel(Component):
    order = 10
    template_name = "admin/dashboard/to_do.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request, at = parent_context["request"], timezone.now()
        lines = to_do(request, at=at)
        return {"lines": lines, "nothing": "" if lines else nothing_to_do(request, at=at)}


class SentPanel(Component):
    """ "Bài đã gửi Sở": on units' sites only."""

    order = 20
    template_name = "admin/dashboard/sent.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        rows = list(sent_by_unit()[:SENT_SHOWN])
        pending = pending_keys(rows)
        month = month_count(at=timezone.now())
        return {
            "rows": [(row, standing_of(row, has_new_edition=row.pk in pending)) for row in rows],
            "month": month,
            "days_left": days_left(month),
            "may_send": staff_of(parent_context["request"]).may_send,
        }


class DraftsPanel(Component):
    """A writer's own drafts; for everybody else the unit's. A post that was taken down is no draft."""

    order = 30
    template_name = "admin/dashboard/drafts.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        drafts = ArticlePage.objects.filter(Q(live=True) | Q(first_published_at=None), has_unpublished_changes=True)
        if staff_of(request).roles <= {Role.AUTHOR}:
            drafts = drafts.filter(owner=request.user)
        newest = drafts.order_by("-latest_revision_created_at").prefetch_workflow_states()
        return {"count": drafts.count(), "drafts": list(newest[:DRAFTS_SHOWN])}

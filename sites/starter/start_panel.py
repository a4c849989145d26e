"""The panel of the dashboard that shows the checklist, and putting it aside."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from sites.admin.page import refused_page
from sites.admin.staff import staff_of
from sites.models import HomePage
from sites.starter.checklist import MAY_PUT_ASIDE, Step, steps_for


class StartPanel(Component):
    """steps: what is to be done, at least one line of it open."""

    order = 15
    template_name = "admin/dashboard/start.html"

    def __init__(self, steps: Sequence[Step], *, may_put_aside: bool) -> None:
        self._steps = steps
        self._may_put_aside = may_put_aside

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "csrf_token": parent_context.get("csrf_token"),
            "steps": self._steps,
            "done": sum(step.is_done for step in self._steps),
            "may_put_aside": self._may_put_aside,
        }


def add_start_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Put the checklist on the dashboard of those for whom there is something to start with."""
    staff = staff_of(request)
    if steps := steps_for(staff):
        panels.append(StartPanel(steps, may_put_aside=bool(staff.roles & MAY_PUT_ASIDE)))


@require_POST
def put_aside(request: HttpRequest) -> HttpResponseBase:
    """Take the list off everybody's dashboard."""
    if not staff_of(request).roles & MAY_PUT_ASIDE:
        return refused_page(request)
    HomePage.objects.update(is_start_put_aside=True)
    messages.info(request, _("Đã cất mục Bắt đầu. Các việc trong đó vẫn làm được ở đúng chỗ của chúng."))
    return redirect("wagtailadmin_home")

"""`/quan-tri/mau-trang/` on the console: how far today's plan has come, what it would bring, and bringing it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.identity.models import Identity
from sites.starter.roll_out import count_reached, dry_run, sites_behind
from sites.starter.tasks import ask_to_roll_out, is_rolling_out
from tenants.console.access import for_operators
from tenants.console.pager import PAGE_FIELD, pager_of
from tenants.units.models import StarterState

DRY_RUN = "doc-thu"
# A dry run opens each unit, so it goes page by page.
DRY_RUN_UNITS = 20
REPORTS_SHOWN = 50


@require_safe
@for_operators
def templates(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    """Answer the page; with ?doc-thu what units would receive, twenty at a time, which writes nothing."""
    behind, reached = sites_behind(), count_reached()
    is_dry_run = DRY_RUN in request.GET
    page = Paginator(behind, DRY_RUN_UNITS).get_page(request.GET.get(PAGE_FIELD))
    reports = StarterState.objects.select_related("site__unit")
    context = {
        "here": "starter",
        "reached": reached,
        "behind": len(behind),
        "done": reached - len(behind),
        "is_moving": is_rolling_out(),
        "is_dry_run": is_dry_run,
        "outcomes": [dry_run(site) for site in page] if is_dry_run else [],
        "page": page,
        "pager": pager_of(page, request.GET),
        "failed": list(reports.exclude(error="").order_by("-at")[:REPORTS_SHOWN]),
        "reports": list(reports.filter(error="").exclude(added=[]).order_by("-at", "pk")[:REPORTS_SHOWN]),
    }
    return render(request, "console/starter.html", context)


@require_POST
@for_operators
def start(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    if ask_to_roll_out():
        messages.success(request, _("Việc đưa mẫu trang tới các đơn vị đã vào hàng chờ. Trang này cho biết tiến độ."))
    else:
        messages.warning(request, _("Mẫu trang đang được đưa tới các đơn vị rồi. Hãy xem tiến độ bên dưới."))
    return redirect("starter:templates")

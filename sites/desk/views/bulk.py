"""Publishing several pieces of plain news: look once more, then a line for each."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sites.admin.page import admin_page
from sites.admin.staff import account_of, staff_of
from sites.desk.actions.publish_in_bulk import publish_in_bulk
from sites.desk.queue import visible_to, with_names
from sites.desk.rows import queue_rows
from sites.desk.views.access import editor
from sites.frame import Link
from tenants.exchange.models import Submission

BULK_LIMIT = 25


@editor
@require_POST
def desk_bulk(request: HttpRequest) -> HttpResponseBase:
    """First POST: show what was chosen with its checks. Second, with `confirmed`: publish and report row by row."""
    chosen = _chosen(request)
    if not chosen:
        messages.error(request, _("Thầy cô chưa chọn bài nào. Hãy đánh dấu các bài tin tức cần đăng."))
        return redirect("desk")
    back = Link(_("Bàn biên tập"), reverse("desk"))
    if "confirmed" in request.POST:
        results = publish_in_bulk(submissions=chosen, user=account_of(request), at=timezone.now())
        done = sum(not result.refusal for result in results)
        return admin_page(
            request,
            "desk/bulk_results",
            title=_("Đã đăng %(done)d trong %(count)d bài") % {"done": done, "count": len(results)},
            back=back,
            results=results,
        )
    rows = queue_rows(chosen, staff=staff_of(request), at=timezone.now())
    return admin_page(
        request, "desk/bulk", title=_("Đăng %(count)d bài đã chọn?") % {"count": len(rows)}, back=back, rows=rows
    )


def _chosen(request: HttpRequest) -> list[Submission]:
    keys = [int(key) for key in request.POST.getlist("bai") if key.isdigit()][:BULK_LIMIT]
    return list(with_names(visible_to(staff_of(request)).filter(pk__in=keys)).order_by("sent_at", "pk"))

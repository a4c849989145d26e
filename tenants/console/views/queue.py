"""`/quan-tri/viec-nen/`: what waits behind the pages, what gave up, and how to run it again."""

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.identity.models import Identity
from core.tasks.models import Attempt
from tenants.console.access import for_operators
from tenants.console.queue import LATE, Lane, Outbox, dead_tasks, lanes, outbox
from tenants.units.models import UnitSite
from tenants.units.task_worker import revive


@require_safe
@for_operators
def queue(request: HttpRequest, operator: Identity) -> HttpResponseBase:
    at = timezone.now()
    work, index, dead = lanes(at=at), outbox(), dead_tasks()
    units = dict(
        UnitSite.objects.filter(schema_name__in={task.schema_name for task in dead}).values_list(
            "schema_name", "unit__name"
        )
    )
    context = {
        "here": "queue",
        "lanes": [(lane, _age(lane.oldest, at)) for lane in work],
        "dead": [(attempt, units.get(attempt.schema_name, "")) for attempt in dead],
        "outbox": index,
        "outbox_age": _age(index.oldest, at),
        "health": _health(work, index, at),
    }
    return render(request, "console/queue.html", context)


@require_POST
@for_operators
def run_again(request: HttpRequest, operator: Identity, task_id: UUID) -> HttpResponseBase:
    try:
        revive(task_id=task_id)
    except Attempt.DoesNotExist:
        messages.warning(request, _("Việc này đã được cho chạy lại hoặc không còn nữa."))
    else:
        messages.success(request, _("Việc đã vào hàng chờ để chạy lại từ đầu."))
    return redirect("console:queue")


def _age(since: datetime | None, at: datetime) -> str:
    """Return how long something waits: "dưới 1 phút", "12 phút", "3 giờ", "2 ngày"; "" when nothing does."""
    if since is None:
        return ""
    waited = at - since
    if waited < timedelta(minutes=1):
        return _("dưới 1 phút")
    if waited < timedelta(hours=1):
        return _("%(count)s phút") % {"count": int(waited.total_seconds() // 60)}
    if waited < timedelta(days=2):
        return _("%(count)s giờ") % {"count": int(waited.total_seconds() // 3600)}
    return _("%(count)s ngày") % {"count": waited.days}


def _health(work: list[Lane], index: Outbox, at: datetime) -> tuple[str, str]:
    """Return (tone, sentence): the worst that is to be seen on this page."""
    dead = sum(lane.dead for lane in work)
    if dead or index.dead:
        sentence = _(
            "Có %(tasks)s việc đã dừng hẳn và %(rows)s mục bị chỉ mục tìm kiếm từ chối. Hãy xem lỗi ở dưới hoặc ở "
            "trang Tìm kiếm."
        )
        return "bad", sentence % {"tasks": dead, "rows": index.dead}
    if any(lane.oldest and at - lane.oldest > LATE for lane in work):
        return "warn", _("Có việc chờ quá 5 phút. Hãy xem tiến trình “manage.py worker” có đang chạy không.")
    if index.oldest and at - index.oldest > LATE:
        return "warn", _("Chỉ mục tìm kiếm chậm quá 5 phút; người đọc vẫn tìm được bằng cơ sở dữ liệu.")
    return "ok", _("Mọi việc chạy đều: không có gì chờ lâu, không có gì hỏng.")

"""`/quan-tri/chu-de/`: the unit's list of topics."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from sites.admin.page import admin_page, refused_page
from sites.admin.staff import Staff, account_of, staff_of
from sites.presenters.menu import current_menu
from sites.topics.actions.keep_topics import keep_topics
from sites.topics.book import MOST_TOPICS
from sites.topics.forms import TopicLines
from tenants.units.models import Role

KEEPERS = frozenset({Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR, Role.DESK, Role.BOARD_HEAD, Role.OFFICE})


def may_keep_topics(staff: Staff) -> bool:
    """Whoever may change any post of the unit keeps its topics, too."""
    return bool(staff.roles & KEEPERS)


@require_http_methods(["GET", "HEAD", "POST"])
def topics(request: HttpRequest) -> HttpResponseBase:
    """Answer the list as a form, and store it whole."""
    if not may_keep_topics(staff_of(request)):
        return refused_page(request)
    known = current_menu().topics
    lines = TopicLines(request.POST if request.method == "POST" else None, initial=[topic._asdict() for topic in known])
    if lines.is_bound and lines.is_valid():
        keep_topics(topics=lines.topics, user=account_of(request))
        messages.success(request, _("Danh sách chủ đề đã được lưu. Người viết bài chọn được ngay."))
        return redirect("topics")
    return admin_page(
        request,
        "topics/list",
        title=_("Chủ đề của tin bài"),
        lines=lines,
        most=MOST_TOPICS,
        status=422 if lines.is_bound else 200,
    )

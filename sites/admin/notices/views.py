"""The list of notices, and opening one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sites.admin.notices.queries import mark_read, notices_for, told_once, unread_count
from sites.admin.page import admin_page
from sites.admin.staff import Staff, staff_of
from tenants.exchange.models import Notice

PER_PAGE = 30


def notices(request: HttpRequest) -> HttpResponseBase:
    """Everything the person's roles were told, newest first."""
    staff = staff_of(request)
    pages = Paginator(notices_for(staff), PER_PAGE).get_page(request.GET.get("trang"))
    return admin_page(
        request,
        "notices/list",
        title=_("Thông báo"),
        notices=told_once(pages.object_list),
        unread=unread_count(staff),
        pages=pages,
    )


@require_POST
def open_notice(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Mark a notice as read and go to what it is about."""
    staff = staff_of(request)
    notice = get_object_or_404(notices_for(staff), pk=pk)
    mark_read(staff, at=timezone.now(), notice=notice)
    return redirect(_target(notice, staff))


@require_POST
def read_all(request: HttpRequest) -> HttpResponseBase:
    mark_read(staff_of(request), at=timezone.now())
    return redirect("notices")


def _target(notice: Notice, staff: Staff) -> str:
    """A link of the notice may lead to the other side's host; what the person works with is here."""
    submission = notice.submission
    if submission is None:
        return notice.link or reverse("notices")
    if staff.is_portal:
        return reverse("desk_post", args=[submission.pk])
    return reverse("sent_post", args=[submission.page_id])

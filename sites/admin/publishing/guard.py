"""Publishing is refused in words while a picture, the unit's status or the ledger forbids it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, TaskState

from sites.admin.blur.offer import blur_buttons
from sites.admin.files_shown import page_obstacles
from sites.admin.publishing.copies import is_copy, publish_copy, submission_of_copy
from sites.starter.unfilled import unfilled
from tenants.exchange.states import State
from tenants.units.context import current_unit


def publish_refusals(page: Page) -> list[str]:
    """Return why `page` may not be published now, each as a sentence; an empty list: it may."""
    refusals: list[str] = []
    if not current_unit().effect.may_publish:
        refusals.append(_("Đơn vị đang tạm dừng nên chưa đăng bài được. Bản nháp vẫn được giữ."))
    if is_copy(page) and (row := submission_of_copy(page)) and not row.sender.effect.listed:
        refusals.append(_("Đơn vị gửi bài đang tạm dừng nên bài này chưa hiện lại được. Bản nháp vẫn được giữ."))
    return [*refusals, *unfilled(page), *page_obstacles(page)]


def _tell(request: HttpRequest, refusals: Sequence[str]) -> None:
    for refusal in refusals:
        messages.error(request, refusal, buttons=blur_buttons(request.user, refusal))


def before_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved by then: what was typed stays."""
    refusals = publish_refusals(page)
    if refusals:
        _tell(request, refusals)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return publish_copy(request, page) if is_copy(page) else None


def before_bulk_publish(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    """All or none: the pages that may not be published are named."""
    if action_type != "publish" or not all(isinstance(item, Page) for item in objects):
        return None
    refused = False
    for page in (item.specific for item in objects):
        for refusal in _bulk_refusals(page):
            messages.error(request, f"{page.get_admin_display_title()}: {refusal}")
            refused = True
    return redirect(action.next_url) if refused else None


def _bulk_refusals(page: Page) -> list[str]:
    if is_copy(page):
        submission = submission_of_copy(page)
        if submission and submission.state != State.PUBLISHED:
            return [_("Bài của đơn vị gửi lên được đăng ở Bàn biên tập.")]
    return publish_refusals(page.get_latest_revision_as_object())


def explain_unfinished_approval(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After an edit whose button approved or returned: say why the task is still open (ApprovalTask refused)."""
    action = request.POST.get("workflow-action-name")
    if action not in {"approve", "reject"} or not request.POST.get("action-workflow-action"):
        return None
    state = page.current_workflow_task_state
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        return None
    _tell(request, publish_refusals(page) if action == "approve" else [_("Hãy viết lý do trả lại để người viết sửa.")])
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))

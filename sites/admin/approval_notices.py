"""Who is told about a draft that waits for approval, was returned or published, in place of Wagtail's own mails.

Wagtail writes them inside the request and only to people who have logged in before; their links carry no host.
"""

from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from core.accounts.models import User
from tenants.exchange.notices import tell_colleagues, tell_person
from tenants.units.address import address_of
from tenants.units.context import current_site, current_unit
from tenants.units.models import Role


def silence_stock_mails() -> None:
    """Disconnect Wagtail's notifiers; called once when the admin's hooks are registered."""
    task_submitted.disconnect(sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
    workflow_submitted.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification")
    workflow_rejected.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
    workflow_approved.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")


@receiver(task_submitted)
def tell_approvers(sender: type, instance: TaskState, user: User | None = None, **kwargs: Any) -> None:
    """The approvers read who asks for what; the notice leads to the editor."""
    path = reverse("wagtailadmin_pages:edit", args=[instance.revision.object_id])
    text = _("%(name)s gửi duyệt bài “%(title)s”.") % {
        "name": user.full_name if user else _("Hệ thống"),
        "title": instance.revision.object_str,
    }
    tell_colleagues(current_unit(), Role.APPROVER, text, at=timezone.now(), link=path)


@receiver(workflow_rejected)
def tell_writer_of_return(sender: type, instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    text = _("%(name)s trả lại bài “%(title)s”: %(words)s Mở bài để sửa: %(address)s")
    _tell_writer(instance, user, text)


@receiver(workflow_approved)
def tell_writer_of_approval(sender: type, instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    _tell_writer(instance, user, _("%(name)s đã duyệt và đăng bài “%(title)s”. Xem bài: %(address)s"))


def _tell_writer(state: WorkflowState, user: User | None, text: str) -> None:
    writer = state.requested_by
    if writer is None or writer == user:
        return
    task_state = state.current_task_state
    path = reverse("wagtailadmin_pages:edit", args=[state.object_id])
    tell_person(
        writer.email,
        text
        % {
            "name": user.full_name if user else _("Người duyệt"),
            "title": task_state.revision.object_str,
            "words": task_state.comment,
            "address": address_of(current_site(), path),
        },
    )

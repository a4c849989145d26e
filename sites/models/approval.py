from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import GroupApprovalTask, Page, TaskState

from core.accounts.models import User
from core.text.normalize import clean_text
from sites.admin.files_shown import page_obstacles

WORDS_MIN = 5


class RejectForm(forms.Form):
    comment = forms.CharField(
        label=gettext_lazy("Cần sửa gì?"),
        help_text=gettext_lazy("Người viết đọc đúng lời này."),
        min_length=WORDS_MIN,
        widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": gettext_lazy("Hãy viết lý do trả lại để người viết biết phải sửa gì."),
            "min_length": gettext_lazy("Lý do cần ít nhất %(limit_value)d ký tự. Hãy viết rõ hơn."),
        },
    )

    def clean_comment(self) -> str:
        return clean_text(self.cleaned_data["comment"])


class ApproveForm(forms.Form):
    """Approving asks nothing."""


class ApprovalTask(GroupApprovalTask):
    """The step of a unit's workflow: returning needs words, approving needs pictures that may be published.

    A proxy: it costs no table in any of the units' schemas. The content type of its rows names this class.
    """

    class Meta:
        proxy = True
        verbose_name = gettext_lazy("bước duyệt bài")
        verbose_name_plural = gettext_lazy("bước duyệt bài")

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, str, bool]]:
        """Offer approval only of what may be published; the editor says above the form what stands in the way."""
        if not super().get_actions(obj, user):
            return []
        actions = [("reject", _("Trả lại để sửa"), True)]
        return actions if page_obstacles(obj) else [*actions, ("approve", _("Duyệt và đăng"), False)]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return RejectForm if action == "reject" else ApproveForm

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> str | None:
        """Carry out the action, or leave the task open and return the editor's address, where the reason is shown."""
        comment = str(kwargs.get("comment") or "").strip()
        refused = (
            len(comment) < WORDS_MIN
            if action_name == "reject"
            else bool(page_obstacles(task_state.workflow_state.content_object.get_latest_revision_as_object()))
        )
        if refused:
            return reverse("wagtailadmin_pages:edit", args=[task_state.revision.object_id])
        super().on_action(task_state, user, action_name, **kwargs)
        return None

from typing import Any, ClassVar

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from sites.admin.menu import StaffMenuItem
from sites.questions.admin.views import question
from sites.questions.enums import QuestionState
from sites.questions.models import Question
from sites.questions.permissions import HANDLE


class QuestionViewSet(ModelViewSet):
    """Wagtail's list of questions. Nothing is added, edited or deleted: each has a page of its own with its steps."""

    model = Question
    name = "questions"
    url_prefix = "cau-hoi"
    icon = "help"
    list_display: ClassVar[list[Any]] = [
        TitleColumn("heading", label=_("Câu hỏi"), url_name="questions:edit"),
        Column("state", label=_("Tình trạng"), accessor="get_state_display", sort_key="state"),
        DateColumn("received_at", label=_("Nhận lúc"), sort_key="received_at"),
    ]
    list_filter: ClassVar[list[str]] = ["state", "topic"]
    search_fields: ClassVar[list[str]] = ["text__folded", "code"]
    search_backend_name = None
    ordering = ("-received_at",)
    exclude_form_fields: ClassVar[list[str]] = []
    copy_view_enabled = False
    add_to_reference_index = False
    index_results_template_name = "admin/questions/list_results.html"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", question, name="edit"),
        ]


class QuestionsMenuItem(StaffMenuItem):
    """Shows how many questions wait."""

    def __init__(self) -> None:
        super().__init__(
            _("Hỏi – Đáp"),
            "questions:index",
            allowed=lambda staff: bool(staff.roles),
            count=lambda staff: Question.objects.filter(state=QuestionState.RECEIVED).count(),
            icon_name="help",
            order=35,
        )

    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm(HANDLE))

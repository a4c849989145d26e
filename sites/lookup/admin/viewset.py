from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log

from core.frontend.formats import short_date
from sites.admin.moments import moment
from sites.lookup.models import Exam
from sites.lookup.permissions import exam_policy
from sites.presenters.menu import current_menu


def _note_opening(exam: Exam) -> None:
    log(instance=exam, action="lookup.set_opening", data={"opens_at": timezone.localtime(exam.opens_at).isoformat()})


class ExamCreateView(generic.CreateView):
    """Leads on to the list of results."""

    def save_instance(self) -> Exam:
        exam: Exam = super().save_instance()
        _note_opening(exam)
        return exam

    def get_success_url(self) -> str:
        return reverse("exam_results", args=[self.object.pk])


class ExamEditView(generic.EditView):
    """Names who set the minute of opening, and leads on to the list of results."""

    def save_instance(self) -> Exam:
        exam: Exam = super().save_instance()
        if "opens_at" in self.form.changed_data:
            _note_opening(exam)
        return exam

    @cached_property
    def header_buttons(self) -> list[Any]:
        url = reverse("exam_results", args=[self.object.pk])
        return [*super().header_buttons, HeaderButton(_("Nạp kết quả"), url=url, icon_name="upload")]


class ExamViewSet(ModelViewSet):
    """The exams, in the menu of units that have the section for those who keep them (sites.lookup.permissions)."""

    model = Exam
    name = "exams"
    url_prefix = "tra-cuu"
    icon = "search"
    menu_label = gettext_lazy("Tra cứu kết quả thi")
    menu_order = 43
    add_to_admin_menu = True
    add_view_class = ExamCreateView
    edit_view_class = ExamEditView
    copy_view_enabled = False
    add_to_reference_index = False
    list_display: ClassVar[list[Any]] = [
        TitleColumn(
            "title", label=gettext_lazy("Kỳ thi"), get_url=lambda exam: reverse("exam_results", args=[exam.pk])
        ),
        Column("standing", label=gettext_lazy("Tình trạng"), width="22%"),
        Column("opens_at", label=gettext_lazy("Mở lúc"), accessor=lambda exam: moment(exam.opens_at), width="18%"),
        Column(
            "removal", label=gettext_lazy("Xóa sau"), accessor=lambda exam: short_date(exam.removal_date), width="15%"
        ),
    ]
    list_per_page = 30
    ordering: ClassVar[list[str]] = ["-opens_at"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("removal_date")]),
            FieldPanel("source"),
            FieldPanel("note"),
        ]
    )

    @property
    def permission_policy(self) -> Any:
        return exam_policy

    @property
    def menu_item_class(self) -> type[MenuItem]:
        class ExamsMenuItem(super().menu_item_class):  # type: ignore[misc]
            def is_shown(self, request: HttpRequest) -> bool:
                return super().is_shown(request) and current_menu().find(model="lookuppage") is not None

        return ExamsMenuItem

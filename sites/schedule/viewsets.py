from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from sites.presenters.menu import current_menu
from sites.schedule.forms import TimeInput, WeekForm
from sites.schedule.models import ScheduleWeek


class WeekListView(IndexView):
    """The list of weeks, with the quick ways to write one beside Wagtail's."""

    @cached_property
    def header_buttons(self) -> list[Any]:
        buttons = list(super().header_buttons)
        if self.add_url:
            buttons.append(HeaderButton(_("Thêm một việc"), url=reverse("schedule_add_entry"), icon_name="edit"))
        return buttons

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        if not self.add_url:
            return []
        return [
            Button(_("Chép tuần trước"), url=reverse("schedule_copy"), icon_name="copy", priority=10),
            Button(_("Nhập từ Excel"), url=reverse("schedule_import"), icon_name="upload", priority=20),
        ]


class ScheduleWeekViewSet(SnippetViewSet):
    """The weeks, in the menu of units that have a schedule for those who may write it (sites.roles)."""

    model = ScheduleWeek
    url_prefix = "lich-cong-tac"
    url_namespace = "schedule_weeks"
    icon = "calendar-alt"
    menu_label = gettext_lazy("Lịch công tác")
    menu_name = "schedule"
    menu_order = 40
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = WeekListView
    ordering: ClassVar[list[str]] = ["-monday"]
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("standing", label=gettext_lazy("Tình trạng"), width="22%"),
        DateColumn("last_published_at", label=gettext_lazy("Đăng lần cuối"), width="18%"),
    ]
    list_per_page = 30
    edit_handler = ObjectList(
        [
            FieldPanel("monday"),
            InlinePanel(
                "entries",
                heading=gettext_lazy("Các việc trong tuần"),
                label=gettext_lazy("Việc"),
                help_text=gettext_lazy("Không cần xếp thứ tự: trang tự xếp theo thứ, buổi và giờ."),
                panels=[
                    FieldRowPanel([FieldPanel("weekday"), FieldPanel("session")]),
                    FieldRowPanel([FieldPanel("starts_at", widget=TimeInput), FieldPanel("ends_at", widget=TimeInput)]),
                    FieldPanel("content"),
                    FieldRowPanel([FieldPanel("chair"), FieldPanel("place")]),
                    FieldPanel("participants"),
                    FieldPanel("prepared_by"),
                ],
            ),
            FieldPanel("note"),
        ],
        base_form_class=WeekForm,
    )

    @property
    def menu_item_class(self) -> type[MenuItem]:
        class WeeksMenuItem(super().menu_item_class):  # type: ignore[misc]
            def is_shown(self, request: HttpRequest) -> bool:
                return super().is_shown(request) and current_menu().find(model="schedulepage") is not None

        return WeeksMenuItem

    def register_chooser_viewset(self) -> None:
        """Nothing refers to a week, so nobody chooses one."""

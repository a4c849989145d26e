from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet

from sites.disclosures.models import PeriodPlan
from sites.presenters.menu import current_menu


class PeriodPlanViewSet(ModelViewSet):
    """Menus and plans, in the menu of units that have the section. Last week's is copied with Wagtail's own button."""

    model = PeriodPlan
    name = "period_plans"
    url_prefix = "thuc-don"
    icon = "calendar-alt"
    menu_label = _("Thực đơn, kế hoạch")
    menu_order = 42
    add_to_admin_menu = True
    list_display: ClassVar[list[Any]] = [
        Column("__str__", label=_("Bản")),
        Column("get_kind_display", label=_("Loại")),
        DateColumn("published_at", label=_("Đăng lúc"), sort_key="published_at"),
    ]
    list_filter: ClassVar[list[str]] = ["kind"]
    list_per_page = 30
    ordering: ClassVar[list[str]] = ["-starts_date"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("starts_date")]),
            FieldPanel(
                "rows",
                help_text=_("Thực đơn ghi bữa chính và bữa phụ. Kế hoạch ghi nội dung; ghi chú có thể để trống."),
            ),
        ]
    )

    @property
    def menu_item_class(self) -> type[MenuItem]:
        class PlansMenuItem(super().menu_item_class):  # type: ignore[misc]
            def is_shown(self, request: HttpRequest) -> bool:
                return super().is_shown(request) and current_menu().find(model="periodplanspage") is not None

        return PlansMenuItem

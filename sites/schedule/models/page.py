from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from sites.models import BasePage


class SchedulePage(BasePage):
    """ "Lịch công tác": shows one week at a time. Its weeks are a list (ScheduleWeek), not pages below it."""

    registry_type = "schedule"
    page_description = _("Lịch từng tuần của lãnh đạo đơn vị. Các tuần được ghi ở mục “Lịch công tác” bên trái.")

    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("trang lịch công tác")
        verbose_name_plural = _("trang lịch công tác")

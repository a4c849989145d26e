from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from sites.blocks import BodyBlock
from sites.models import BasePage
from sites.people.queries import DIRECTORY, LEADERS, SPOKESPERSONS, STRUCTURE, officials_on, parts_on


class Shown(models.TextChoices):
    """Which of the people a page shows."""

    LEADERS = LEADERS, _("Ban lãnh đạo")
    SPOKESPERSONS = SPOKESPERSONS, _("Người phát ngôn")
    STRUCTURE = STRUCTURE, _("Sơ đồ và cơ cấu tổ chức")
    DIRECTORY = DIRECTORY, _("Danh bạ cán bộ theo bộ phận")


class PeoplePage(BasePage):
    """Leaders, spokespersons, the organization chart or the directory of officials, made from the lists of people."""

    registry_type = "people"

    shows = models.CharField(_("trang này hiện"), max_length=13, choices=Shown, default=Shown.LEADERS)
    body = StreamField(BodyBlock(), verbose_name=_("nội dung thêm"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel(
            "shows",
            help_text=_("Tên, chức vụ và số máy lấy từ hai danh sách Lãnh đạo và cán bộ, Cơ cấu tổ chức ở thanh bên."),
        ),
        FieldPanel("body", help_text=_("Hiện phía trên danh sách. Có thể để trống.")),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage", "cms_sites.StandardPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Lãnh đạo, người phát ngôn, sơ đồ tổ chức hoặc danh bạ, tự cập nhật theo danh sách cán bộ.")

    def words(self) -> list[str]:
        """Return a line for everybody, or everything, the page shows today: what search finds. At most two queries."""
        today = timezone.localdate()
        lines = []
        if self.shows in {Shown.STRUCTURE, Shown.DIRECTORY}:
            lines += [f"{part.name}. {part.duties}" for part in parts_on(today)]
        if self.shows != Shown.STRUCTURE:
            lines += [f"{one.full_name}, {one.title}. {one.duties}" for one in officials_on(today, shows=self.shows)]
        return lines

    class Meta:
        verbose_name = _("trang con người và tổ chức")
        verbose_name_plural = _("trang con người và tổ chức")

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from sites.blocks import BodyBlock
from sites.models import BasePage


class ContactPage(BasePage):
    """How to reach the unit. Address, phone and mail come from the register of units and cannot be mistyped here."""

    registry_type = "contact"

    office_hours = models.CharField(
        _("giờ làm việc"),
        max_length=200,
        blank=True,
        help_text=_("Ví dụ: 7:00 đến 11:30 và 13:30 đến 17:00, thứ Hai đến thứ Sáu."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("nội dung thêm"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("office_hours"),
        FieldPanel(
            "body",
            help_text=_("Ví dụ: cách tìm đến trường, điểm trường. Địa chỉ và số máy chung lấy từ danh bạ đơn vị."),
        ),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Địa chỉ, điện thoại, giờ làm việc. Địa chỉ và số máy lấy từ danh bạ đơn vị.")

    class Meta:
        verbose_name = _("trang liên hệ")
        verbose_name_plural = _("trang liên hệ")

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from sites.models.base import BasePage


class HomePage(BasePage):
    """The unit's front page. Which face it has follows from the kind's site template."""

    hero_image = models.ForeignKey(
        "media.UnitImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("ảnh lớn")
    )

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("hero_image", help_text=_("Ảnh ngang, chụp trường hoặc hoạt động chung. Có thể để trống.")),
    ]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count = 2  # one a language
    is_creatable = False  # provisioning makes it
    page_description = _("Trang đầu tiên người đọc thấy khi vào trang của đơn vị.")

    class Meta:
        verbose_name = _("trang chủ")
        verbose_name_plural = _("trang chủ")

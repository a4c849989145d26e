from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites.blocks import BodyBlock
from sites.models.base import BasePage
from sites.starter.panel import FillPanel


class StandardPage(BasePage):
    """A page that stays: introduction, contact, accessibility."""

    registry_type = "standard_page"

    body = StreamField(BodyBlock(), verbose_name=_("nội dung"), blank=True)

    content_panels: ClassVar[list[Any]] = [FillPanel(), *BasePage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = [
        "cms_sites.HomePage",
        "cms_sites.SectionPage",
        "cms_sites.StandardPage",
    ]
    subpage_types: ClassVar[list[str]] = ["cms_sites.StandardPage", "cms_people.PeoplePage"]
    page_description = _("Trang ít thay đổi, không xếp theo ngày. Ví dụ: Giới thiệu, Nội quy.")

    class Meta:
        verbose_name = _("trang nội dung")
        verbose_name_plural = _("trang nội dung")

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from sites.library.admin.link_check_panel import LinkCheckPanel
from sites.library.blocks import LinksBlock
from sites.models import BasePage


class LinksPage(BasePage):
    """A list of systems and services on other sites: "Hệ thống nghiệp vụ", "Chính phủ điện tử" (QC Đ8.3, Đ9.1)."""

    registry_type = "links"
    page_description = _(
        "Danh mục hệ thống, dịch vụ ở trang khác: tên, để làm gì, dành cho ai, có phải đăng nhập không."
    )

    links = StreamField(LinksBlock(), verbose_name=_("các đường dẫn"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        LinkCheckPanel(),
        FieldPanel("links", help_text=_("Thêm đề mục ở giữa để chia nhóm khi danh mục dài.")),
    ]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("links")]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("danh mục đường dẫn")
        verbose_name_plural = _("danh mục đường dẫn")

    def outside_links(self) -> dict[str, str]:
        """Return address → name of what the page leads to."""
        values = (block["value"] for block in self.links.raw_data if block["type"] == "link")
        return {value["url"]: value["name"] for value in values}

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.outside.address import LONGEST
from core.text.normalize import clean_text
from sites.blocks import BodyBlock
from sites.library.addresses import address_error
from sites.library.admin.link_check_panel import LinkCheckPanel
from sites.library.enums import Grade, License, ResourceKind, Subject
from sites.models import BasePage


class ResourcesPage(BasePage):
    """The resource library, or a part of it such as "Nghiên cứu khoa học" (QC Đ9.1)."""

    page_description = gettext_lazy("Kho bài giảng, đề, sáng kiến, nghiên cứu; người đọc lọc theo môn, lớp, loại.")

    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage", "cms_library.ResourcesPage"]
    subpage_types: ClassVar[list[str]] = ["cms_library.ResourcePage", "cms_library.ResourcesPage"]

    class Meta:
        verbose_name = gettext_lazy("kho tài nguyên")
        verbose_name_plural = gettext_lazy("kho tài nguyên")


class ResourcePage(BasePage):
    """One resource: a file to take away, a link, or both, with its author and what others may do with it."""

    registry_type = "resource"
    page_description = gettext_lazy("Một bài giảng, đề, sáng kiến hoặc nghiên cứu: có tác giả, giấy phép, tệp.")

    kind = models.CharField(gettext_lazy("loại"), max_length=20, choices=ResourceKind, default=ResourceKind.LESSON)
    subject = models.CharField(
        gettext_lazy("môn học, lĩnh vực"), max_length=20, choices=Subject, blank=True, default=Subject.GENERAL
    )
    grade = models.CharField(gettext_lazy("lớp, cấp học"), max_length=10, choices=Grade, blank=True, default=Grade.ALL)
    author = models.CharField(
        gettext_lazy("tác giả"), max_length=200, help_text=gettext_lazy("Họ tên và đơn vị, như tác giả muốn được ghi.")
    )
    license = models.CharField(
        gettext_lazy("giấy phép"),
        max_length=15,
        choices=License,
        help_text=gettext_lazy("Người khác được làm gì với tài nguyên này. Hãy hỏi tác giả, đừng đoán."),
    )
    file = models.ForeignKey(
        "media.UnitDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
        verbose_name=gettext_lazy("tệp"),
    )
    url = models.URLField(
        gettext_lazy("địa chỉ trên trang khác"),
        max_length=LONGEST,
        blank=True,
        help_text=gettext_lazy("Nếu tài nguyên ở nơi khác. Bắt đầu bằng https://. Mỗi đêm máy thử mở địa chỉ này."),
    )
    body = StreamField(BodyBlock(), verbose_name=gettext_lazy("giới thiệu thêm"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        LinkCheckPanel(),
        FieldPanel("title", heading=gettext_lazy("Tên tài nguyên")),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("subject"), FieldPanel("grade")]),
        FieldRowPanel([FieldPanel("author"), FieldPanel("license")]),
        MultiFieldPanel(
            [FieldPanel("file"), FieldPanel("url")],
            heading=gettext_lazy("Tệp hoặc đường dẫn"),
            help_text=gettext_lazy("Cần ít nhất một trong hai."),
        ),
        FieldPanel("body"),
    ]
    promote_panels: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["cms_library.ResourcesPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = gettext_lazy("tài nguyên")
        verbose_name_plural = gettext_lazy("tài nguyên")

    def clean(self) -> None:
        super().clean()
        self.author = " ".join(clean_text(self.author).split())
        if self.url and (error := address_error(self.url)):
            raise ValidationError({"url": error})
        if not self.url and self.file is None:
            raise ValidationError({"file": _("Chưa có gì để người đọc lấy về. Hãy chọn tệp hoặc ghi địa chỉ.")})

    def outside_links(self) -> dict[str, str]:
        """Return address → name of what the page leads to."""
        return {self.url: self.title} if self.url else {}

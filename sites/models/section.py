from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from sites.models.base import BasePage


class SectionKey(models.TextChoices):
    """Sections code must find again, whatever the editor calls them. Others have an empty key."""

    NEWS = "tin-tuc", _("Tin tức")
    NOTICES = "thong-bao", _("Thông báo")
    ADMISSIONS = "thi-tuyen-sinh", _("Thi và Tuyển sinh")
    USEFUL = "can-biet", _("Thông tin cần biết")


class SectionPage(BasePage):
    """A section that lists articles, newest first."""

    key = models.CharField(_("loại chuyên mục"), max_length=20, choices=SectionKey, blank=True, editable=False)
    show_on_home = models.BooleanField(_("hiện trên trang chủ"), default=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("show_on_home", help_text=_("Bài mới của chuyên mục này được giới thiệu trên trang chủ.")),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage", "cms_sites.SectionPage"]
    subpage_types: ClassVar[list[str]] = [
        "cms_sites.ArticlePage",
        "cms_admissions.AdmissionPage",
        "cms_sites.SectionPage",
        "cms_sites.StandardPage",
    ]
    page_description = _("Mục chứa nhiều bài viết, bài mới đứng trước. Ví dụ: Tin tức, Thông báo.")

    class Meta:
        verbose_name = _("chuyên mục")
        verbose_name_plural = _("chuyên mục")

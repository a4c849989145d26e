from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel

from sites.models.base import BasePage

# How the unit looks. It stands beside the page's own text and is no part of its drafts.
LOOK = (
    "logo_id",
    "hero_image_id",
    "long_name",
    "short_name",
    "english_name",
    "section_order",
    "block_order",
    "hidden_blocks",
    "is_start_put_aside",
)


class HomePage(BasePage):
    """The unit's front page, and how the whole site looks (sites.appearance), so that this costs no table of its own.

    Which face it has follows from the kind's site template. The names are forms for the masthead, for titles and for
    English pages; an empty one means the register's name, which the footer always shows.
    """

    hero_image = models.ForeignKey(
        "media.UnitImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("ảnh lớn")
    )
    logo = models.ForeignKey(
        "media.UnitImage",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,  # two rows at most
        verbose_name=_("biểu trưng"),
    )
    long_name = models.CharField(_("tên đầy đủ"), max_length=200, blank=True, editable=False)
    short_name = models.CharField(_("tên ngắn"), max_length=100, blank=True, editable=False)
    english_name = models.CharField(_("tên tiếng Anh"), max_length=200, blank=True, editable=False)
    # Keys of the pages below this one, and names of blocks (sites.appearance.blocks); others follow in their own order.
    section_order = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)
    block_order = ArrayField(models.CharField(max_length=20), default=list, blank=True, editable=False)
    hidden_blocks = ArrayField(models.CharField(max_length=20), default=list, blank=True, editable=False)
    is_start_put_aside = models.BooleanField(_("đã cất mục Bắt đầu"), default=False, editable=False)

    # {"slug", "name"} each (sites.topics.book): the unit's list, no part of the page's drafts.
    topics = models.JSONField(default=list, editable=False)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        HelpPanel(content=_("Biểu trưng, ảnh lớn, màu và thứ tự các khối do quản trị đơn vị chọn ở mục Giao diện.")),
    ]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count = 2  # one a language
    is_creatable = False  # provisioning makes it
    page_description = _("Trang đầu tiên người đọc thấy khi vào trang của đơn vị.")

    class Meta:
        verbose_name = _("trang chủ")
        verbose_name_plural = _("trang chủ")

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Keep the look and the topics of now: an older draft of the page was written under others."""
        page = super().with_content_json(content)
        for name in (*LOOK, "topics"):
            setattr(page, name, getattr(self, name))
        return page

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from sites.admin.exchange_panel import ExchangePanel
from sites.blocks import BodyBlock
from sites.models.base import BasePage
from sites.topics.book import LONGEST_NAME
from sites.topics.fields import PostForm


class ArticleContent(BasePage):
    """What a unit's article and the portal's copy of one have in common."""

    cover_image = models.ForeignKey(
        "media.UnitImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("ảnh đại diện"),
    )
    body = StreamField(BodyBlock(), verbose_name=_("nội dung"), blank=True)
    author = models.CharField(
        _("tác giả hiển thị"), max_length=120, blank=True, help_text=_("Tên hiện dưới tiêu đề, có thể khác người đăng.")
    )
    # Slugs of the unit's topics (sites.topics.book).
    topics = ArrayField(models.CharField(max_length=LONGEST_NAME), verbose_name=_("chủ đề"), default=list, blank=True)
    # The time readers see. Wagtail's first_published_at tells when the software published.
    published_at = models.DateTimeField(_("thời điểm đăng"), null=True, blank=True, db_index=True)

    base_form_class = PostForm
    content_panels: ClassVar[list[Any]] = [
        ExchangePanel(),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("cover_image"),
        FieldPanel("body"),
        FieldPanel("author"),
        FieldPanel("topics"),
    ]
    # No slug field: the address is made from the title, and an editor never has to think about it.
    promote_panels: ClassVar[list[Any]] = [
        FieldPanel(
            "published_at",
            help_text=_(
                "Ngày giờ người đọc thấy dưới tiêu đề. Để trống thì lấy lúc bài được xuất bản. Đổi ô này không làm bài "
                "hiện sớm hay muộn hơn."
            ),
        )
    ]
    settings_panels: ClassVar[list[Any]] = [
        FieldPanel(
            "go_live_at", help_text=_("Bài đã được duyệt tự hiện vào giờ này. Để trống thì hiện ngay khi đăng.")
        ),
        FieldPanel("expire_at", help_text=_("Bài tự ẩn khỏi trang vào giờ này. Để trống thì bài không tự ẩn.")),
    ]
    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("published_at"),
    ]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Keep the reader's publication time once it is set: an older revision carries none."""
        page = super().with_content_json(content)
        if page.published_at is None:
            page.published_at = self.published_at
        return page

    def set_published_at(self) -> None:
        """Fill the reader's time at the first publication."""
        if self.published_at is None:
            self.published_at = self.first_published_at or timezone.now()


class ArticlePage(ArticleContent):
    """A unit's own post."""

    registry_type = "article"

    source_name = models.CharField(
        _("nguồn"), max_length=150, blank=True, help_text=_("Chỉ điền khi trích từ nguồn khác, ví dụ: Báo Quảng Trị.")
    )
    source_url = models.URLField(_("địa chỉ bài gốc"), blank=True)
    source_published_at = models.DateTimeField(_("thời điểm bài gốc đăng"), null=True, blank=True)

    content_panels: ClassVar[list[Any]] = [
        *ArticleContent.content_panels,
        MultiFieldPanel(
            [FieldPanel("source_name"), FieldPanel("source_url"), FieldPanel("source_published_at")],
            heading=_("Trích từ nguồn khác"),
            classname="collapsed",
        ),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.SectionPage"]
    page_description = _("Tin hoặc thông báo có ngày đăng. Sau khi đăng có thể gửi Sở.")

    class Meta:
        verbose_name = _("bài viết")
        verbose_name_plural = _("bài viết")

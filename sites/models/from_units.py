import re
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from sites.models.article import ArticleContent
from sites.models.base import BasePage
from tenants.units.context import current_site
from tenants.units.models.unit import SchoolLevel

POST_ADDRESS_PARTS = 3
_DATED = re.compile(r"/(\d{4}/\d{2})/[^/]+/\Z")


class Origin(models.TextChoices):
    """The three sources the regulation names (QC Đ10.1), told apart in the data and on the page."""

    UNIT = "unit", _("Bài của đơn vị")
    CONTRIBUTOR = "contributor", _("Bài của cộng tác viên, bạn đọc")
    QUOTED = "quoted", _("Trích từ nguồn chính thức")


class FromUnitsPage(BasePage):
    """ "Thông tin từ cơ sở": the portal's section of curated posts, at <yyyy>/<mm>/<slug>/ below it."""

    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_sites.RepublishedPage"]
    max_count_per_parent = 1
    page_description = _("Bài do các trường gửi lên, Ban Biên tập chọn đăng. Chỉ Cổng của Sở có mục này.")

    class Meta:
        verbose_name = _("Thông tin từ cơ sở")
        verbose_name_plural = _("Thông tin từ cơ sở")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Offer the section on the portal only: nobody sends posts to a school."""
        return current_site().is_portal and super().can_create_at(parent)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a post by year, month and slug; anything else is Wagtail's."""
        if len(path_components) == POST_ADDRESS_PARTS:
            url_path = self.url_path + "/".join(path_components) + "/"
            post = RepublishedPage.objects.live().filter(url_path=url_path).first()
            if post is None:
                raise Http404
            return RouteResult(post)
        return super().route(request, path_components)


class RepublishedPage(ArticleContent):
    """The portal's copy of a post, made by the desk from an edition. Editors may edit it without touching the source.

    The unit's name, kind, levels and commune are those of the edition: they stay when the unit is renamed.
    `submission_uuid` names the ledger row; no foreign key leaves a unit's schema.
    """

    registry_type = "republished"

    origin = models.CharField(_("nguồn tin"), max_length=12, choices=Origin, default=Origin.UNIT)
    submission_uuid = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    unit_uuid = models.UUIDField(null=True, blank=True, db_index=True, editable=False)
    unit_name = models.CharField(_("đơn vị gửi"), max_length=200, blank=True)
    unit_kind = models.CharField(max_length=50, blank=True, editable=False)
    unit_palette = models.CharField(max_length=12, blank=True, editable=False)
    unit_levels = ArrayField(
        models.CharField(max_length=10, choices=SchoolLevel), default=list, blank=True, editable=False
    )
    commune_code = models.CharField(max_length=10, blank=True, db_index=True, editable=False)
    commune_name = models.CharField(_("xã, phường"), max_length=120, blank=True)
    source_name = models.CharField(_("nguồn"), max_length=150, blank=True)
    source_url = models.URLField(_("địa chỉ bài gốc"), max_length=500, blank=True)
    source_published_at = models.DateTimeField(_("thời điểm bài gốc đăng"), null=True, blank=True)
    # What the unit itself had quoted; `source_name` names it, `source_url` leads to the unit's post.
    quoted_url = models.URLField(max_length=500, blank=True, editable=False)
    quoted_at = models.DateTimeField(null=True, blank=True, editable=False)
    editing_note = models.CharField(
        _("Ban Biên tập đã sửa gì"), max_length=250, blank=True, help_text=_("Ví dụ: Ban Biên tập đã rút gọn tiêu đề.")
    )

    content_panels: ClassVar[list[Any]] = [*ArticleContent.content_panels, FieldPanel("editing_note")]
    settings_panels: ClassVar[list[Any]] = []  # the ledger keeps the hour of publication (schedule_submission)
    parent_page_types: ClassVar[list[str]] = ["cms_sites.FromUnitsPage"]
    is_creatable = False  # only the desk makes one (sites.desk)

    class Meta:
        verbose_name = _("bài đăng lại")
        verbose_name_plural = _("bài đăng lại")
        indexes = [models.Index(fields=["-published_at"], name="republished_newest")]

    def set_url_path(self, parent: Page | None) -> str:
        """Put year and month before the slug. They are those of the first save, so that an address never changes."""
        dated = _DATED.search(self.url_path or "")
        if parent is not None:
            month = dated[1] if dated else timezone.localtime(self.published_at).strftime("%Y/%m")
            self.url_path = f"{parent.url_path}{month}/{self.slug}/"
        return self.url_path

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.search import index

from sites.blocks import BodyBlock
from sites.models import BasePage


class ConsultationState(models.TextChoices):
    """Follows from the dates; nobody has to press anything."""

    NOT_OPEN = "not_open", _("Sắp lấy ý kiến")
    OPEN = "open", _("Đang lấy ý kiến")
    CLOSED = "closed", _("Đã hết hạn, đang tổng hợp")
    CONCLUDED = "concluded", _("Đã có kết quả")


class ConsultationsPage(BasePage):
    """The section: drafts that are or were open for comment."""

    page_description = _("Danh sách dự thảo lấy ý kiến. Mỗi dự thảo là một trang bên dưới, tự mở và tự đóng theo ngày.")
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_consultations.ConsultationPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("Góp ý dự thảo")
        verbose_name_plural = _("Góp ý dự thảo")


class ConsultationPage(BasePage):
    """One draft. Comments are taken from `opens_date` to the end of `closes_date`; the outcome follows on its day."""

    registry_type = "consultation"

    page_description = _("Một dự thảo để người dân góp ý, có ngày mở và ngày đóng.")
    body = StreamField(BodyBlock(), verbose_name=_("nội dung dự thảo"), blank=True)
    attachments = StreamField(
        [("document", DocumentChooserBlock(label=_("Tệp")))], verbose_name=_("tệp dự thảo"), blank=True
    )
    opens_date = models.DateField(_("nhận góp ý từ ngày"))
    closes_date = models.DateField(_("đến hết ngày"), db_index=True)
    outcome = StreamField(
        BodyBlock(),
        verbose_name=_("kết quả"),
        blank=True,
        help_text=_("Tổng hợp ý kiến, tiếp thu thế nào, văn bản đã ban hành. Không nêu tên người góp ý."),
    )
    outcome_date = models.DateField(_("ngày công bố kết quả"), null=True, blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("opens_date"), FieldPanel("closes_date")]),
        FieldPanel("body"),
        FieldPanel("attachments"),
        MultiFieldPanel([FieldPanel("outcome_date"), FieldPanel("outcome")], heading=_("Kết quả góp ý")),
    ]
    promote_panels: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["cms_consultations.ConsultationsPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("dự thảo lấy ý kiến")
        verbose_name_plural = _("dự thảo lấy ý kiến")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.opens_date and self.closes_date and self.closes_date < self.opens_date:
            errors["closes_date"] = _("Ngày đóng đứng trước ngày mở. Hãy sửa một trong hai ngày.")
        if self.outcome_date and not self.outcome:
            errors["outcome"] = _("Đã có ngày công bố mà chưa có kết quả. Hãy viết kết quả hoặc bỏ ngày công bố.")
        if self.outcome and not self.outcome_date:
            errors["outcome_date"] = _("Hãy ghi ngày công bố kết quả.")
        if errors:
            raise ValidationError(errors)

    def state_on(self, day: date) -> ConsultationState:
        """Return the state on `day`. An outcome may come before the closing day; it ends the comments."""
        if self.outcome_date and day >= self.outcome_date:
            return ConsultationState.CONCLUDED
        if day < self.opens_date:
            return ConsultationState.NOT_OPEN
        return ConsultationState.OPEN if day <= self.closes_date else ConsultationState.CLOSED

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField

from sites.models import BasePage

FEWEST_CHOICES, MOST_CHOICES = 2, 12


class PollState(models.TextChoices):
    """Follows from the dates."""

    NOT_OPEN = "not_open", _("Sắp mở")
    OPEN = "open", _("Đang mở")
    CLOSED = "closed", _("Đã đóng")


class PollsPage(BasePage):
    """The section: polls, those that close last first."""

    page_description = _("Danh sách thăm dò ý kiến. Mỗi chủ đề là một trang bên dưới, tự mở và tự đóng theo ngày.")
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_polls.PollPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("Ý kiến, thăm dò")
        verbose_name_plural = _("Ý kiến, thăm dò")


class PollPage(BasePage):
    """One topic. Its title is the question; a choice keeps its id through edits, so votes stay with their choice."""

    registry_type = "poll"

    page_description = _("Một câu hỏi thăm dò có các lựa chọn, hoặc một ô để viết ý kiến, hoặc cả hai.")
    choices = StreamField(
        [("choice", CharBlock(label=_("Lựa chọn"), max_length=150))],
        verbose_name=_("các lựa chọn"),
        blank=True,
        max_num=MOST_CHOICES,
        help_text=_("Từ 2 đến 12 lựa chọn. Khi đã có người chọn thì đừng xóa hay đổi nghĩa một lựa chọn."),
    )
    has_opinion_box = models.BooleanField(
        _("có ô viết ý kiến"), default=False, help_text=_("Ý kiến chỉ đơn vị đọc, không hiện trên trang.")
    )
    opens_date = models.DateField(_("mở từ ngày"))
    closes_date = models.DateField(_("đến hết ngày"), db_index=True)

    content_panels: ClassVar[list[Any]] = [
        FieldPanel("title", heading=_("Câu hỏi")),
        FieldPanel("summary"),
        FieldPanel("choices"),
        FieldPanel("has_opinion_box"),
        FieldRowPanel([FieldPanel("opens_date"), FieldPanel("closes_date")]),
    ]
    promote_panels: ClassVar[list[Any]] = []
    parent_page_types: ClassVar[list[str]] = ["cms_polls.PollsPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("thăm dò ý kiến")
        verbose_name_plural = _("thăm dò ý kiến")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.opens_date and self.closes_date and self.closes_date < self.opens_date:
            errors["closes_date"] = _("Ngày đóng đứng trước ngày mở. Hãy sửa một trong hai ngày.")
        count = len(self.choices)
        if count == 1 or not (count or self.has_opinion_box):
            errors["choices"] = _("Hãy ghi ít nhất hai lựa chọn, hoặc bỏ hết lựa chọn và mở ô viết ý kiến.")
        if errors:
            raise ValidationError(errors)

    def options(self) -> list[tuple[str, str]]:
        """Return (id, text) of each choice, in order."""
        return [(block["id"], block["value"]) for block in self.choices.raw_data]

    def state_on(self, day: date) -> PollState:
        if day < self.opens_date:
            return PollState.NOT_OPEN
        return PollState.OPEN if day <= self.closes_date else PollState.CLOSED

    def _answer(self, request: HttpRequest, *, is_preview: bool) -> HttpResponse:
        """Show the form or the results: unlike other pages, which of them depends on the reader's cookie."""
        from sites.polls.views import poll_page

        return poll_page(self, request)

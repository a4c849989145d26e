from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.text.normalize import clean_text
from sites.blocks import BodyBlock
from sites.models import BasePage
from sites.questions.enums import Topic


class QuestionsPage(BasePage):
    """The section: the answered questions, the way to ask, the way to see what became of one's own."""

    page_description = _(
        "Nhận câu hỏi của người dân và đăng câu trả lời. Câu hỏi mới chờ ở mục “Hỏi – Đáp” của trình đơn."
    )
    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_questions.QuestionPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("Hỏi – Đáp")
        verbose_name_plural = _("Hỏi – Đáp")


class QuestionPage(BasePage):
    """A question everybody may read, with its answer. Made from a `Question`, or written by staff (a common question).

    No address, telephone or mail of the asker is here; asker_name: only when the asker agreed.
    """

    registry_type = "question"

    page_description = _("Một câu hỏi thường gặp và câu trả lời.")
    topic = models.CharField(_("lĩnh vực"), max_length=15, choices=Topic)
    question = models.TextField(
        _("câu hỏi"), max_length=3000, help_text=_("Bỏ tên học sinh, số điện thoại, địa chỉ và mọi điều riêng tư.")
    )
    asker_name = models.CharField(
        _("người hỏi"), max_length=120, blank=True, help_text=_("Chỉ điền khi người hỏi đồng ý cho hiện họ tên.")
    )
    room = models.CharField(_("nơi trả lời"), max_length=150, help_text=_("Ví dụ: Phòng Tổ chức cán bộ."))
    received_date = models.DateField(_("ngày nhận"), null=True, blank=True)
    answered_date = models.DateField(_("ngày trả lời"), db_index=True)
    body = StreamField(BodyBlock(), verbose_name=_("câu trả lời"))

    content_panels: ClassVar[list[Any]] = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("topic"), FieldPanel("asker_name")]),
        FieldPanel("question"),
        FieldPanel("room"),
        FieldRowPanel([FieldPanel("received_date"), FieldPanel("answered_date")]),
        FieldPanel("body"),
    ]
    promote_panels: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("question"),
        index.SearchField("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms_questions.QuestionsPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("câu hỏi đã trả lời")
        verbose_name_plural = _("câu hỏi đã trả lời")

    def clean(self) -> None:
        super().clean()
        self.question = clean_text(self.question).strip()
        self.asker_name = clean_text(self.asker_name).strip()
        self.room = clean_text(self.room).strip()

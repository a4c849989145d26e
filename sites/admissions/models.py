from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from core.spreadsheets.refusal import ListError
from sites.admissions.blocks import SheetBlock
from sites.admissions.enums import AdmissionKind, AdmissionState, EntryLevel
from sites.admissions.sheets import sheet_of, to_json
from sites.blocks import BodyBlock
from sites.models import BasePage
from sites.models.section import SectionKey
from sites.procedures.blocks import DossierBlock

MOST_SHEETS = 5


class AdmissionPage(BasePage):
    """A notice of an exam or admission: open from `opens_date` to the end of `closes_date`, then expired by itself.

    Source of the fields: TT 37/2020 Đ9 (who, quota, form, conditions, dossier, time, place, lists); domain.md §2.
    sheets: content hash of a workbook in `lists` → its table, read when the page is saved; no reader waits for it.
    """

    registry_type = "admission"
    page_description = _(
        "Ai được dự, chỉ tiêu, hình thức, điều kiện, hồ sơ, hạn nộp và nơi nộp. Trang tự ghi Đã hết hạn khi qua hạn."
    )

    kind = models.CharField(_("loại"), max_length=12, choices=AdmissionKind, default=AdmissionKind.ADMISSION)
    level = models.CharField(_("cấp, lớp"), max_length=15, choices=EntryLevel)
    applicants = models.TextField(
        _("ai được dự"), max_length=1000, help_text=_("Ví dụ: Trẻ sinh năm 2021, thường trú tại phường Nam Đông Hà.")
    )
    quota = models.CharField(
        _("chỉ tiêu"), max_length=250, blank=True, help_text=_("Ví dụ: 120 học sinh, 3 lớp. Kỳ thi thì để trống.")
    )
    form = models.CharField(
        _("hình thức"), max_length=250, help_text=_("Ví dụ: Xét tuyển; nộp trực tuyến hoặc trực tiếp.")
    )
    conditions = models.TextField(_("điều kiện"), max_length=2000, blank=True)
    dossier = StreamField(DossierBlock(), verbose_name=_("thành phần hồ sơ"), blank=True)
    opens_date = models.DateField(_("nhận hồ sơ từ ngày"))
    closes_date = models.DateField(_("đến hết ngày"))
    hours = models.CharField(
        _("giờ nhận, ngày thi"),
        max_length=250,
        blank=True,
        help_text=_("Ví dụ: Giờ hành chính, thứ Hai đến thứ Sáu; thi ngày 05/06/2027."),
    )
    place = models.CharField(_("nơi nộp, nơi thi"), max_length=300)
    contact = models.CharField(
        _("hỏi thêm"), max_length=250, blank=True, help_text=_("Tên, số máy công vụ của người trả lời.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("nội dung thêm"), blank=True)
    lists = StreamField(
        [("sheet", SheetBlock())],
        verbose_name=_("danh sách"),
        blank=True,
        max_num=MOST_SHEETS,
        help_text=_("Danh sách dự thi, phòng thi, kết quả từ tệp Excel. Tra cứu điểm theo số báo danh ở mục Tra cứu."),
    )
    sheets = models.JSONField(default=dict, editable=False)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
        MultiFieldPanel(
            [FieldPanel("applicants"), FieldPanel("quota"), FieldPanel("form"), FieldPanel("conditions")],
            heading=_("Ai, bao nhiêu, thế nào"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_date"), FieldPanel("closes_date")]),
                FieldPanel("hours"),
                FieldPanel("place"),
                FieldPanel("contact"),
            ],
            heading=_("Thời gian, địa điểm"),
        ),
        FieldPanel("dossier"),
        FieldPanel("body"),
        FieldPanel("lists"),
    ]
    promote_panels: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.SectionPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("thông báo thi, tuyển sinh")
        verbose_name_plural = _("thông báo thi, tuyển sinh")

    @classmethod
    def can_exist_under(cls, parent: Page) -> bool:
        """A notice stands in "Thi và Tuyển sinh" alone, whose list knows what to do with it."""
        return super().can_exist_under(parent) and parent.specific.key == SectionKey.ADMISSIONS

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.opens_date and self.closes_date and self.closes_date < self.opens_date:
            errors["closes_date"] = _("Ngày hết hạn đứng trước ngày nhận. Hãy sửa một trong hai ngày.")
        try:
            self._read_lists()
        except ListError as refusal:
            errors["lists"] = str(refusal)
        if errors:
            raise ValidationError(errors)

    def state_on(self, day: date) -> AdmissionState:
        if day < self.opens_date:
            return AdmissionState.NOT_OPEN
        return AdmissionState.OPEN if day <= self.closes_date else AdmissionState.EXPIRED

    def _read_lists(self) -> None:
        documents = [block.value["file"] for block in self.lists if block.value["file"]]
        known = self.sheets
        self.sheets = {file.content_hash: known.get(file.content_hash) or to_json(sheet_of(file)) for file in documents}

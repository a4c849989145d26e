from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.blocks import StreamBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.search import index

from core.text.document_number import number_key
from sites.blocks import BodyBlock
from sites.legal.words import kind_choices, kind_of_number, subject_choices
from sites.models.base import BasePage


class DocumentState(models.TextChoices):
    NOT_YET = "not_yet", _("Chưa có hiệu lực")
    IN_FORCE = "in_force", _("Còn hiệu lực")
    PARTLY_EXPIRED = "partly_expired", _("Hết hiệu lực một phần")
    EXPIRED = "expired", _("Hết hiệu lực")


def state_by_dates(*, day: date, since: date, partly_until: date | None, until: date | None) -> DocumentState:
    """Return the state on `day`: law takes effect and ends by date, nobody has to press anything.

    since: the first day in force. until: the first day no longer in force. partly_until: the first day on which parts
    no longer are.
    """
    if until and day >= until:
        return DocumentState.EXPIRED
    if day < since:
        return DocumentState.NOT_YET
    return DocumentState.PARTLY_EXPIRED if partly_until and day >= partly_until else DocumentState.IN_FORCE


class RegisterPage(BasePage):
    """ "Văn bản – Công văn": the register of legal documents."""

    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_sites.LegalDocumentPage"]
    page_description = _("Sổ văn bản: người đọc tìm theo số, loại, cơ quan, lĩnh vực, ngày và hiệu lực.")

    class Meta:
        verbose_name = _("sổ văn bản")
        verbose_name_plural = _("sổ văn bản")


class MoreFilesBlock(StreamBlock):
    file = DocumentChooserBlock(label=_("Tệp"))


class LegalDocumentPage(BasePage):
    """A decision, letter, plan … with the fields the law asks for (domain.md §4). Its title is the summary line.

    A công văn has no kind abbreviation in its number; `document_number` is kept as typed, `number_key` finds it.
    `replaced_date` and `amended_date` follow from other documents and are kept by sites.legal.settle.
    """

    registry_type = "legal_document"
    page_description = _("Quyết định, công văn, kế hoạch, thông báo … có số, ký hiệu và tệp kèm theo.")

    document_number = models.CharField(
        _("số, ký hiệu"), max_length=60, help_text=_("Ghi như trên văn bản, ví dụ: 1682/QĐ-SGDĐT, 2148/SGDĐT-GDPT.")
    )
    number_key = models.CharField(max_length=80, editable=False, db_index=True)
    document_kind = models.CharField(
        _("loại văn bản"),
        max_length=60,
        blank=True,
        choices=kind_choices,
        help_text=_("Để trống thì lấy theo số, ký hiệu; số không có chữ chỉ loại là công văn."),
    )
    issuer = models.CharField(
        _("cơ quan ban hành"), max_length=150, help_text=_("Ghi đủ tên, ví dụ: Bộ Giáo dục và Đào tạo.")
    )
    signer = models.CharField(_("người ký"), max_length=120, blank=True, help_text=_("Họ tên hoặc chức vụ."))
    subject = models.CharField(_("lĩnh vực"), max_length=60, blank=True, choices=subject_choices)
    room = models.CharField(_("phòng, bộ phận phụ trách"), max_length=150, blank=True)
    recipients = models.TextField(_("nơi nhận"), max_length=1000, blank=True)
    gazette = models.CharField(
        _("công báo"), max_length=120, blank=True, help_text=_("Số và ngày của công báo đã đăng, nếu có.")
    )
    is_signature_verified = models.BooleanField(_("đã kiểm tra chữ ký số của tệp"), default=False)
    issued_date = models.DateField(_("ngày ban hành"), db_index=True)
    received_date = models.DateField(
        _("ngày nhận"), null=True, blank=True, help_text=_("Văn bản của cấp trên phải đăng trong 7 ngày từ ngày nhận.")
    )
    effective_date = models.DateField(
        _("ngày có hiệu lực"), null=True, blank=True, help_text=_("Để trống thì có hiệu lực từ ngày ban hành.")
    )
    expiry_date = models.DateField(
        _("ngày hết hiệu lực"), null=True, blank=True, help_text=_("Ngày đầu tiên văn bản không còn hiệu lực.")
    )
    replaced_date = models.DateField(null=True, editable=False)
    amended_date = models.DateField(null=True, editable=False)
    replaces_text = models.CharField(
        _("thay thế văn bản"),
        max_length=300,
        blank=True,
        help_text=_("Chỉ khi văn bản bị thay thế không có số; có số thì ghi ở “Văn bản liên quan”."),
    )
    attachment = models.ForeignKey(
        "media.UnitDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("tệp văn bản"),
    )
    more_files = StreamField(MoreFilesBlock(required=False), verbose_name=_("tệp kèm theo"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("toàn văn"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("document_number"), FieldPanel("document_kind")]),
        FieldPanel(
            "title",
            heading=_("Trích yếu"),
            help_text=_("Ghi như trên văn bản, ví dụ: V/v tổ chức kiểm tra cuối học kỳ I."),
        ),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("issuer"), FieldPanel("signer")]),
        FieldRowPanel([FieldPanel("issued_date"), FieldPanel("effective_date"), FieldPanel("expiry_date")]),
        FieldRowPanel([FieldPanel("subject"), FieldPanel("room"), FieldPanel("received_date")]),
        MultiFieldPanel(
            [FieldPanel("attachment"), FieldPanel("is_signature_verified"), FieldPanel("more_files")], heading=_("Tệp")
        ),
        InlinePanel("relations", heading=_("Văn bản liên quan"), label=_("Văn bản liên quan")),
        MultiFieldPanel(
            [FieldPanel("recipients"), FieldPanel("gazette"), FieldPanel("replaces_text")],
            heading=_("Thông tin thêm"),
            classname="collapsed",
        ),
        FieldPanel("body"),
    ]
    promote_panels: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("document_number"),
        index.SearchField("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms_sites.RegisterPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")

    def clean(self) -> None:
        super().clean()
        self.check_fields()
        if known := self._namesake():
            sentence = _now("Văn bản số %(number)s cùng ngày đã có trong sổ: “%(title)s”. Hãy mở văn bản đó để sửa.")
            wrong = sentence % {"number": known.document_number, "title": known.title}
            raise ValidationError({"document_number": wrong})

    def check_fields(self) -> None:
        """Fill what follows from the number. Raise ValidationError when the fields contradict each other."""
        self.number_key = number_key(self.document_number)
        self.document_kind = self.document_kind or kind_of_number(self.document_number)
        wrong = self._wrong_dates()
        if not self.document_kind and self.document_number:
            wrong["document_kind"] = _now("Không đoán được loại văn bản từ số, ký hiệu. Hãy chọn một loại.")
        if wrong:
            raise ValidationError(wrong)

    def _wrong_dates(self) -> dict[str, str]:
        wrong = {}
        if self.expiry_date and self.issued_date and self.expiry_date <= self.in_force_since:
            wrong["expiry_date"] = _now("Ngày hết hiệu lực phải sau ngày có hiệu lực. Hãy xem lại hai ngày này.")
        if self.received_date and self.issued_date and self.received_date < self.issued_date:
            wrong["received_date"] = _now("Ngày nhận không thể trước ngày ban hành. Hãy xem lại hai ngày này.")
        return wrong

    def _namesake(self) -> "LegalDocumentPage | None":
        """Return another document of the same number, day and issuer. One query."""
        if not (self.number_key and self.issued_date):
            return None
        same = LegalDocumentPage.objects.filter(
            number_key=self.number_key, issued_date=self.issued_date, issuer=self.issuer, locale=self.locale_id
        )
        found: LegalDocumentPage | None = same.exclude(pk=self.pk).only("document_number", "title").first()
        return found

    @property
    def in_force_since(self) -> date:
        """The first day in force."""
        return self.effective_date or self.issued_date

    @property
    def in_force_until(self) -> date | None:
        """The first day no longer in force: by the document's own word or because another took its place."""
        return min(filter(None, (self.expiry_date, self.replaced_date)), default=None)

    def state_on(self, day: date) -> DocumentState:
        """Return the document's state on `day`."""
        return state_by_dates(
            day=day, since=self.in_force_since, partly_until=self.amended_date, until=self.in_force_until
        )

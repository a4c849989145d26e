from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.text.normalize import clean_text
from core.text.sort_key import sort_key
from sites.blocks import BodyBlock
from sites.models import BasePage
from sites.procedures.blocks import DossierBlock
from sites.procedures.enums import Fee, ProcedureField, ServiceLevel

NATIONAL_PORTAL = "dichvucong.gov.vn"


class ProceduresPage(BasePage):
    """The list of administrative procedures."""

    page_description = gettext_lazy("Danh sách thủ tục, lọc theo lĩnh vực. Mỗi thủ tục là một trang bên dưới.")

    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_procedures.ProcedurePage"]

    class Meta:
        verbose_name = gettext_lazy("danh sách thủ tục")
        verbose_name_plural = gettext_lazy("danh sách thủ tục")


class ProcedurePage(BasePage):
    """One procedure as the law asks to publish it; dossiers go to the national service portal or the counter.

    Source: TT 53/2012 Đ14.3, TT 37/2020 Đ9, QC Đ3.2; domain.md §2. legal_basis: one document a line.
    """

    registry_type = "procedure"
    page_description = gettext_lazy(
        "Hồ sơ, nơi nộp, thời hạn, phí và căn cứ của một thủ tục, với đường dẫn đến Cổng Dịch vụ công quốc gia."
    )

    code = models.CharField(
        gettext_lazy("mã thủ tục"),
        max_length=30,
        blank=True,
        help_text=gettext_lazy("Mã trên Cơ sở dữ liệu quốc gia về thủ tục hành chính, nếu có."),
    )
    field = models.CharField(
        gettext_lazy("lĩnh vực"), max_length=20, choices=ProcedureField, default=ProcedureField.GENERAL
    )
    applicants = models.CharField(
        gettext_lazy("ai thực hiện"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("Ví dụ: Cha mẹ hoặc người giám hộ của học sinh."),
    )
    body = StreamField(BodyBlock(), verbose_name=gettext_lazy("các bước thực hiện"), blank=True)
    dossier = StreamField(DossierBlock(), verbose_name=gettext_lazy("thành phần hồ sơ"), blank=True)
    submit_to = models.CharField(gettext_lazy("nơi nộp hồ sơ"), max_length=200)
    handler = models.CharField(
        gettext_lazy("nơi giải quyết"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("Phòng, bộ phận hoặc người trả lời khi cần hỏi."),
    )
    contact = models.CharField(
        gettext_lazy("điện thoại, thư hỏi"), max_length=150, blank=True, help_text=gettext_lazy("Chỉ ghi số công vụ.")
    )
    processing_time = models.CharField(
        gettext_lazy("thời hạn giải quyết"),
        max_length=150,
        blank=True,
        help_text=gettext_lazy("Ví dụ: 5 ngày làm việc từ khi nhận đủ hồ sơ. Để trống nếu chưa rõ."),
    )
    fee = models.CharField(gettext_lazy("phí, lệ phí"), max_length=10, choices=Fee, default=Fee.UNKNOWN)
    fee_text = models.CharField(gettext_lazy("mức phí"), max_length=200, blank=True)
    result = models.CharField(gettext_lazy("kết quả nhận được"), max_length=200, blank=True)
    legal_basis = models.TextField(
        gettext_lazy("căn cứ pháp lý"),
        blank=True,
        max_length=2000,
        help_text=gettext_lazy("Mỗi văn bản một dòng."),
    )
    service_level = models.CharField(
        gettext_lazy("mức dịch vụ công"), max_length=10, choices=ServiceLevel, blank=True, default=ServiceLevel.UNKNOWN
    )
    service_url = models.URLField(
        gettext_lazy("địa chỉ trên Cổng Dịch vụ công quốc gia"),
        blank=True,
        help_text=gettext_lazy("Bắt đầu bằng https://dichvucong.gov.vn/"),
    )

    sort_key = models.CharField(max_length=1000, editable=False, default="")

    content_panels: ClassVar[list[Any]] = [
        FieldPanel("title", heading=gettext_lazy("Tên thủ tục")),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("field"), FieldPanel("code")]),
        FieldPanel("applicants"),
        FieldPanel("dossier"),
        FieldRowPanel([FieldPanel("submit_to"), FieldPanel("handler"), FieldPanel("contact")]),
        FieldRowPanel([FieldPanel("processing_time"), FieldPanel("fee"), FieldPanel("fee_text")]),
        FieldPanel("result"),
        FieldPanel("body"),
        FieldPanel("legal_basis"),
        MultiFieldPanel(
            [FieldPanel("service_level"), FieldPanel("service_url")], heading=gettext_lazy("Nộp trực tuyến")
        ),
    ]
    promote_panels: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["cms_procedures.ProceduresPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = gettext_lazy("thủ tục hành chính")
        verbose_name_plural = gettext_lazy("thủ tục hành chính")

    def clean(self) -> None:
        super().clean()
        self.sort_key = sort_key(self.title)
        lines = (" ".join(line.split()) for line in clean_text(self.legal_basis).splitlines())
        self.legal_basis = "\n".join(line for line in lines if line)
        errors = self._fee_errors() | self._address_errors()
        if errors:
            raise ValidationError(errors)

    @property
    def legal_bases(self) -> list[str]:
        return self.legal_basis.splitlines()

    def _fee_errors(self) -> dict[str, str]:
        if self.fee == Fee.CHARGED and not self.fee_text.strip():
            return {"fee_text": _("Đã chọn có thu phí mà chưa ghi mức. Hãy ghi mức phí và đơn vị tính.")}
        if self.fee != Fee.CHARGED and self.fee_text.strip():
            return {"fee": _("Đã ghi mức phí mà chưa chọn “Có thu phí, lệ phí”. Hãy chọn lại hoặc xóa mức phí.")}
        if self.fee == Fee.FREE and not self.legal_basis:
            return {"legal_basis": _("“Không thu phí” phải có văn bản quy định. Hãy ghi văn bản đó vào mục căn cứ.")}
        return {}

    def _address_errors(self) -> dict[str, str]:
        if not self.service_url:
            return {}
        parts = urlsplit(self.service_url)
        host = parts.hostname or ""
        if parts.scheme == "https" and (host == NATIONAL_PORTAL or host.endswith(f".{NATIONAL_PORTAL}")):
            return {}
        return {"service_url": _("Địa chỉ phải ở Cổng Dịch vụ công quốc gia, bắt đầu bằng https://dichvucong.gov.vn/.")}

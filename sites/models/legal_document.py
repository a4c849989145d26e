from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.text.document_number import number_key
from sites.blocks import BodyBlock
from sites.models.base import BasePage


class DocumentState(models.TextChoices):
    NOT_YET = "not_yet", _("Chưa có hiệu lực")
    IN_FORCE = "in_force", _("Còn hiệu lực")
    EXPIRED = "expired", _("Hết hiệu lực")


class RegisterPage(BasePage):
    """ "Văn bản – Công văn": the register of legal documents."""

    parent_page_types: ClassVar[list[str]] = ["cms_sites.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms_sites.LegalDocumentPage"]

    class Meta:
        verbose_name = _("sổ văn bản")
        verbose_name_plural = _("sổ văn bản")


class LegalDocumentPage(BasePage):
    """A decision, letter, plan … with the fields the law asks for (domain.md §4). Its title is the summary line.

    A công văn has no kind abbreviation in its number; `document_number` is kept as typed, `number_key` finds it.
    """

    registry_type = "legal_document"

    document_number = models.CharField(_("số, ký hiệu"), max_length=60)
    number_key = models.CharField(max_length=80, editable=False, db_index=True)
    document_kind = models.CharField(_("loại văn bản"), max_length=60)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=150)
    signer = models.CharField(_("người ký"), max_length=120, blank=True)
    issued_date = models.DateField(_("ngày ban hành"), db_index=True)
    effective_date = models.DateField(_("ngày có hiệu lực"), null=True, blank=True)
    expiry_date = models.DateField(_("ngày hết hiệu lực"), null=True, blank=True)
    replaces_text = models.CharField(_("thay thế văn bản"), max_length=300, blank=True)
    attachment = models.ForeignKey(
        "media.UnitDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("tệp văn bản"),
    )
    body = StreamField(BodyBlock(), verbose_name=_("toàn văn"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("document_number"), FieldPanel("document_kind")]),
        FieldPanel("title", heading=_("Trích yếu")),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("issuer"), FieldPanel("signer")]),
        FieldRowPanel([FieldPanel("issued_date"), FieldPanel("effective_date"), FieldPanel("expiry_date")]),
        FieldPanel("replaces_text"),
        FieldPanel("attachment"),
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
        self.number_key = number_key(self.document_number)

    def state_on(self, day: date) -> DocumentState:
        """Return the document's state on `day`: law takes effect and ends by date, nobody has to press anything."""
        if self.expiry_date and day >= self.expiry_date:
            return DocumentState.EXPIRED
        if day < (self.effective_date or self.issued_date):
            return DocumentState.NOT_YET
        return DocumentState.IN_FORCE

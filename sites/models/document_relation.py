from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from core.text.document_number import number_key
from sites.models.legal_document import LegalDocumentPage


class RelationKind(models.TextChoices):
    """What a document does to another. Replacing ends the other, amending ends a part of it."""

    REPLACES = "replaces", _("Thay thế")
    AMENDS = "amends", _("Sửa đổi, bổ sung hoặc bãi bỏ một phần")
    IMPLEMENTS = "implements", _("Căn cứ hoặc hướng dẫn thực hiện")


class DocumentRelation(Orderable):
    """A document names another: chosen from the register, else by its number, which is linked once it is there."""

    page = ParentalKey(LegalDocumentPage, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("quan hệ"), max_length=10, choices=RelationKind, default=RelationKind.REPLACES)
    target = models.ForeignKey(
        LegalDocumentPage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="named_by",
        verbose_name=_("văn bản trong sổ"),
    )
    target_number = models.CharField(
        _("hoặc số, ký hiệu"), max_length=60, blank=True, help_text=_("Khi văn bản đó chưa có trong sổ này.")
    )
    target_key = models.CharField(max_length=80, editable=False, blank=True)

    panels: ClassVar[list[Any]] = [
        FieldPanel("kind"),
        FieldRowPanel([PageChooserPanel("target"), FieldPanel("target_number")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("văn bản liên quan")
        verbose_name_plural = _("văn bản liên quan")

    def clean(self) -> None:
        super().clean()
        if self.target is None and not self.target_number.strip():
            raise ValidationError({"target_number": _now("Hãy chọn một văn bản trong sổ hoặc ghi số, ký hiệu của nó.")})
        if self.target is not None and self.target_id == self.page_id:
            raise ValidationError({"target": _now("Văn bản không thể liên quan đến chính nó. Hãy chọn văn bản khác.")})
        self.target_number = self.target_number.strip() or (self.target.document_number if self.target else "")
        self.target_key = number_key(self.target_number)

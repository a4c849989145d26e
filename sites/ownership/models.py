from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Share(models.TextChoices):
    LEAD = "lead", _("Phụ trách")
    JOINT = "joint", _("Phối hợp")


class SectionOwner(models.Model):
    """A room or team that owns a page and everything below it, from `valid_from` until `valid_until`, both included.

    unit_uuid: of the room in the register, by which its people are found; the register's name then wins over `owner`.
    Empty for what is no unit: "Tổ kỹ thuật – phục vụ", "Mọi phòng của Sở". Source: QC Đ8, Đ9; domain.md §6.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="owners", verbose_name=_("chuyên mục")
    )
    owner = models.CharField(_("phòng, bộ phận"), max_length=200)
    unit_uuid = models.UUIDField(null=True, blank=True, editable=False)
    share = models.CharField(_("việc"), max_length=5, choices=Share, default=Share.LEAD)
    legal_basis = models.CharField(
        _("theo văn bản"), max_length=150, blank=True, help_text=_("Ví dụ: Quyết định 1682/QĐ-SGDĐT, Điều 9.")
    )
    valid_from = models.DateField(_("từ ngày"))
    valid_until = models.DateField(
        _("đến hết ngày"), null=True, blank=True, help_text=_("Để trống khi vẫn còn phụ trách.")
    )

    class Meta:
        verbose_name = _("phân công phụ trách chuyên mục")
        verbose_name_plural = _("phụ trách chuyên mục")
        ordering: ClassVar[list[Any]] = ["page__path", "-share", "owner"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")), name="section_owner_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page} – {self.owner}"

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError(
                {"valid_until": _("Ngày kết thúc phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.")}
            )

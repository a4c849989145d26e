from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.text.normalize import clean_text
from sites.people.models.dated import DatedRow

DEEPEST = 4


class OrganizationPart(DatedRow):
    """A room, team or group of the unit: a box of its organization chart, below another or right below the unit."""

    name = models.CharField(_("tên bộ phận"), max_length=150)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        verbose_name=_("trực thuộc"),
        help_text=_("Để trống khi trực thuộc thẳng đơn vị."),
    )
    duties = models.TextField(_("chức năng, nhiệm vụ"), blank=True, max_length=1000)
    phone = models.CharField(_("điện thoại công vụ"), max_length=60, blank=True)
    email = models.EmailField(_("thư điện tử công vụ"), blank=True)
    position = models.PositiveSmallIntegerField(
        _("thứ tự"), default=100, help_text=_("Số nhỏ đứng trước; cùng số thì xếp theo tên.")
    )

    class Meta:
        verbose_name = _("bộ phận")
        verbose_name_plural = _("cơ cấu tổ chức")
        ordering: ClassVar[list[Any]] = ["position", "name"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="part_not_below_itself"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="part_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.name, self.duties = clean_text(self.name).strip(), clean_text(self.duties).strip()
        above, steps = self.parent, 1
        while above is not None:
            steps += 1
            if above.pk == self.pk:
                raise ValidationError({"parent": _("Một bộ phận không thể trực thuộc chính nó. Hãy chọn nơi khác.")})
            if steps > DEEPEST:
                raise ValidationError({"parent": _("Cơ cấu có nhiều nhất bốn bậc. Hãy chọn nơi ở bậc cao hơn.")})
            above = above.parent

from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet[Any]):
    def on_day(self, day: date) -> Self:
        """Rows that hold on `day`; both days are included."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gte=day))


class DatedRow(models.Model):
    """Something that begins and ends by date and is never deleted for it. Both days included; null: not known, open."""

    valid_from = models.DateField(_("từ ngày"), null=True, blank=True, help_text=_("Để trống nếu không rõ."))
    valid_until = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError(
                {"valid_until": _("Ngày kết thúc phải từ ngày bắt đầu trở đi. Xem lại hai ngày này.")}
            )

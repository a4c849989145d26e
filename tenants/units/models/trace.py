from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitVerb(models.TextChoices):
    CREATED = "created", _("Ghi vào danh bạ")
    CHANGED = "changed", _("Sửa thông tin")
    SITE_MADE = "site_made", _("Tạo trang")
    HOST_CHANGED = "host_changed", _("Đổi tên miền")
    RENAMED = "renamed", _("Đổi tên")
    STATUS_CHANGED = "status_changed", _("Đổi trạng thái")


class UnitTrace(models.Model):
    """What was done to a unit's entry in the register: when, by whom, why. Rows are only ever added.

    `by` is empty when a command did it.
    """

    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="traces")
    verb = models.CharField(max_length=20, choices=UnitVerb)
    by = models.ForeignKey("identity.Identity", null=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["unit", "-at"], name="trace_of_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.verb} {self.at:%Y-%m-%d %H:%M}"

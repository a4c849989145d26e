"""Attributes of a unit that change with a date: names and slugs, parents, hosts. At most one row is open at a time."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DatedRow(models.Model):
    """Holds from `valid_from` until the day before `valid_until` (open while null)."""

    valid_from = models.DateField(_("từ ngày"), null=True, blank=True, help_text=_("Để trống nếu không rõ."))
    valid_until = models.DateField(_("đến ngày"), null=True, blank=True)
    decision_number = models.CharField(_("theo quyết định số"), max_length=60, blank=True)

    class Meta:
        abstract = True


class UnitName(DatedRow):
    unit = models.ForeignKey("units.Unit", on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("tên đơn vị"), max_length=200)
    short_name = models.CharField(_("tên ngắn"), max_length=100, blank=True)
    slug = models.SlugField(_("địa chỉ trong danh bạ"), max_length=80)
    folded = models.CharField(max_length=600, editable=False)

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(valid_until=None), name="unit_one_open_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Relation(models.TextChoices):
    """The Sở guides professionally, the commune administers (CV 1581, 2025; domain.md §6)."""

    ADMINISTRATIVE = "administrative", _("Quản lý hành chính")
    PROFESSIONAL = "professional", _("Quản lý chuyên môn")


class UnitParent(DatedRow):
    unit = models.ForeignKey("units.Unit", on_delete=models.CASCADE, related_name="parents")
    parent = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="children")
    relation = models.CharField(_("quan hệ"), max_length=15, choices=Relation)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "relation"], condition=Q(valid_until=None), name="unit_one_open_parent_a_relation"
            ),
            models.CheckConstraint(condition=~Q(unit=models.F("parent")), name="unit_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} → {self.parent}"


class UnitHost(DatedRow):
    """A host name that led to the unit. A name may pass from one unit to another, so only the open row is unique."""

    unit = models.ForeignKey("units.Unit", on_delete=models.CASCADE, related_name="hosts")
    host = models.CharField(_("tên miền"), max_length=253)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["host"], condition=Q(valid_until=None), name="unit_host_open_once"),
        ]

    def __str__(self) -> str:
        return self.host

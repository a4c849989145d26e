import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenants.units.statuses import EFFECTS, StatusEffect, UnitStatus


class SchoolLevel(models.TextChoices):
    PRESCHOOL = "mam-non", _("Mầm non")
    PRIMARY = "tieu-hoc", _("Tiểu học")
    LOWER_SECONDARY = "thcs", _("THCS")
    UPPER_SECONDARY = "thpt", _("THPT")
    CONTINUING = "gdtx", _("GDNN – GDTX")


class Palette(models.TextChoices):
    HIEN_LUONG = "hien-luong", _("Hiền Lương – xanh lam")
    CUA_TUNG = "cua-tung", _("Cửa Tùng – xanh biển")
    TRUONG_SON = "truong-son", _("Trường Sơn – xanh lá")
    NHAT_LE = "nhat-le", _("Nhật Lệ – chàm")
    PHONG_NHA = "phong-nha", _("Phong Nha – tím")
    HOA_PHUONG = "hoa-phuong", _("Hoa phượng – đỏ gạch")
    KHE_SANH = "khe-sanh", _("Khe Sanh – nâu cà phê")
    THACH_HAN = "thach-han", _("Thạch Hãn – lam xám")


class UnitQuerySet(models.QuerySet["Unit"]):
    def listed(self) -> "UnitQuerySet":
        """Units whose published things readers may find."""
        return self.filter(status__in=[status for status, effect in EFFECTS.items() if effect.listed])


class Unit(models.Model):
    """An entry of the register: a room of the Sở, an office, a commune, a school, with or without a site.

    The uuid is permanent. `name`, `short_name` and `slug` repeat the open UnitName row and `administrative_parent`
    repeats the open UnitParent row, so that a page needs one query; the actions in tenants.units.actions keep both.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(_("mã đơn vị"), max_length=40, unique=True)
    kind = models.ForeignKey("units.Kind", on_delete=models.PROTECT, verbose_name=_("loại"), related_name="units")
    status = models.CharField(_("trạng thái"), max_length=10, choices=UnitStatus, default=UnitStatus.ACTIVE)
    status_reason = models.CharField(_("lý do của trạng thái"), max_length=300, blank=True)

    name = models.CharField(_("tên đơn vị"), max_length=200)
    short_name = models.CharField(_("tên ngắn"), max_length=100, blank=True)
    slug = models.SlugField(_("địa chỉ trong danh bạ"), max_length=80)
    sort_key = models.CharField(max_length=600, editable=False)
    folded = models.CharField(max_length=600, editable=False)

    administrative_parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("cơ quan chủ quản")
    )
    commune = models.ForeignKey(
        "units.Commune",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="units",
        verbose_name=_("xã, phường"),
    )
    levels = ArrayField(
        models.CharField(max_length=10, choices=SchoolLevel), default=list, blank=True, verbose_name=_("cấp học")
    )

    address = models.CharField(_("địa chỉ"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=60, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    responsible_person = models.CharField(_("người chịu trách nhiệm nội dung"), max_length=150, blank=True)
    opened_date = models.DateField(_("ngày bắt đầu"), null=True, blank=True)
    closed_date = models.DateField(_("ngày kết thúc"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
        verbose_name=_("đơn vị kế thừa"),
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key"]
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="unit_slug_unique"),
            models.CheckConstraint(condition=models.Q(status__in=UnitStatus.values), name="unit_status_known"),
        ]
        indexes = [models.Index(fields=["commune", "kind"], name="unit_commune_kind")]

    def __str__(self) -> str:
        return self.name

    @property
    def effect(self) -> StatusEffect:
        """What the unit's status allows."""
        return EFFECTS[self.status]

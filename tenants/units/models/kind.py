from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    """Where a kind of unit stands in the sector."""

    PROVINCE = "province", _("Cấp tỉnh")
    ROOM = "room", _("Phòng thuộc Sở")
    DISTRICT = "district", _("Phòng GD&ĐT")
    COMMUNE = "commune", _("Cấp xã")
    CLUSTER = "cluster", _("Cụm chuyên môn")
    SCHOOL = "school", _("Trường, trung tâm")


class SiteTemplate(models.TextChoices):
    """The menu, sections and pages a new site starts with (sites.starter)."""

    PORTAL = "portal", _("Cổng của Sở")
    OFFICE = "office", _("Trang của cơ quan")
    SCHOOL = "school", _("Trang của trường")
    NONE = "none", _("Không có trang riêng")


class Kind(models.Model):
    """A kind of unit. Kinds are data: the Sở's staff may add one without a developer."""

    slug = models.SlugField(_("mã loại"), primary_key=True)
    name = models.CharField(_("tên loại"), max_length=100)
    tier = models.CharField(_("cấp"), max_length=10, choices=Tier)
    site_template = models.CharField(_("mẫu trang"), max_length=10, choices=SiteTemplate, default=SiteTemplate.SCHOOL)
    allowed_parents = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("thuộc về loại"))
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("loại đơn vị")
        verbose_name_plural = _("loại đơn vị")

    def __str__(self) -> str:
        return self.name

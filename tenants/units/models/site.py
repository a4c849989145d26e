from django.db import models
from django.utils.translation import gettext_lazy as _
from django_tenants.models import DomainMixin, TenantMixin

from tenants.units.models.unit import Palette


class UnitSite(TenantMixin):
    """The site of a unit and its schema. Made by tenants.units.actions.provision_site; never dropped by a delete."""

    auto_create_schema = False
    auto_drop_schema = False

    unit = models.OneToOneField("units.Unit", on_delete=models.PROTECT, related_name="site")
    template_hash = models.CharField(max_length=64, editable=False)
    request_id = models.UUIDField(unique=True, editable=False)
    is_portal = models.BooleanField(_("là cổng của Sở"), default=False)
    palette = models.CharField(_("bảng màu"), max_length=12, choices=Palette, default=Palette.CUA_TUNG)
    motto = models.CharField(_("khẩu hiệu"), max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # Raised with every change readers can see; caches of the unit compare it (tenants.units.generation).
    generation = models.BigIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("trang của đơn vị")
        verbose_name_plural = _("trang của các đơn vị")
        constraints = [
            models.UniqueConstraint(fields=["is_portal"], condition=models.Q(is_portal=True), name="unit_one_portal"),
        ]

    def __str__(self) -> str:
        return self.schema_name


class Domain(DomainMixin):
    """A host that is served now. Where it led before is in UnitHost."""

    tenant = models.ForeignKey("units.UnitSite", on_delete=models.CASCADE, related_name="domains", db_index=True)


class SchemaTemplate(models.Model):
    """The SQL a new unit's schema is made from, rendered once for each set of migrations (`manage.py prepare`)."""

    hash = models.CharField(max_length=64, primary_key=True)
    sql = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.hash

from django.db import models
from django.utils.translation import gettext_lazy as _


class Commune(models.Model):
    """A commune or ward of the province, with its official code (July 2026; see data/NOTICE.txt)."""

    code = models.CharField(_("mã"), max_length=10, primary_key=True)
    name = models.CharField(_("tên"), max_length=100)
    full_name = models.CharField(_("tên đầy đủ"), max_length=120)
    sort_key = models.CharField(max_length=300, editable=False)

    class Meta:
        ordering = ["sort_key"]
        verbose_name = _("xã, phường")
        verbose_name_plural = _("xã, phường")

    def __str__(self) -> str:
        return self.full_name

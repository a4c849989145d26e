from django.db import transaction

from tenants.units.hosts import host_cache, raise_register_version
from tenants.units.models import UnitSite
from tenants.units.models.unit import Palette


@transaction.atomic
def change_face(*, site: UnitSite, palette: Palette, motto: str) -> bool:
    """Give a site its colors and its motto; return whether anything changed.

    Cards of the unit on other sites have its colors, so every process and every unit's kept pages follow.
    """
    same = UnitSite.objects.filter(pk=site.pk, palette=palette, motto=motto).exists()
    if same:
        return False
    UnitSite.objects.filter(pk=site.pk).update(palette=palette, motto=motto)
    raise_register_version()
    transaction.on_commit(host_cache.forget)
    return True

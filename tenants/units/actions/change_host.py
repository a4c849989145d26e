from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.identity.models import Identity
from tenants.units.actions.provision_site import HOST_NAME
from tenants.units.hosts import raise_register_version
from tenants.units.models import Domain, Unit, UnitHost, UnitSite
from tenants.units.models.trace import UnitTrace, UnitVerb
from tenants.units.signals import unit_host_changed


class HostError(Exception):
    """Refusal of a host; the message is Vietnamese and fit to show to the operator."""


@transaction.atomic
def change_host(*, unit: Unit, host: str, by: Identity | None, at: datetime) -> None:
    """Give the unit's site another main host; readers of the old one are led to the new (301) until it is given away.

    host: lower-case ASCII without port. A former host of the unit may come back. Asked twice, nothing more happens.
    Raise HostError when the host is malformed or leads to another unit now, or the unit has no site.
    """
    site = UnitSite.objects.select_for_update(of=("self",), no_key=True).filter(unit=unit).first()
    if site is None:
        raise HostError(_("Đơn vị này chưa có trang nên chưa có tên miền để đổi."))
    if not HOST_NAME.fullmatch(host):
        raise HostError(_("Tên miền này không đúng. Chỉ dùng chữ thường không dấu, số, dấu gạch nối và dấu chấm."))
    main = Domain.objects.get(tenant=site, is_primary=True)
    if main.domain == host:
        return
    if host == settings.CONSOLE_HOST or Domain.objects.filter(domain=host).exclude(tenant=site).exists():
        raise HostError(_("Tên miền này đã thuộc về đơn vị khác. Hãy chọn tên miền khác."))
    former, day = main.domain, timezone.localdate(at)
    Domain.objects.filter(tenant=site, domain=host).delete()  # an additional host becomes the main one
    try:
        with transaction.atomic():
            main.domain = host
            main.save(update_fields=["domain"])
            UnitHost.objects.filter(unit=unit, host=former, valid_until=None).update(valid_until=day)
            UnitHost.objects.create(unit=unit, host=host, valid_from=day)
    except IntegrityError as error:
        raise HostError(_("Tên miền này vừa được giao cho đơn vị khác. Hãy chọn tên miền khác.")) from error
    UnitTrace.objects.create(unit=unit, verb=UnitVerb.HOST_CHANGED, by=by, at=at, about=f"{former} → {host}")
    raise_register_version()
    unit_host_changed.send(sender=Unit, unit=unit, host=host)

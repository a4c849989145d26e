import re
import uuid
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import schema
from core.failpoints import reach
from tenants.units.context import use_site
from tenants.units.hosts import host_cache, raise_register_version
from tenants.units.models import Domain, SchemaTemplate, Unit, UnitHost, UnitSite
from tenants.units.models.kind import SiteTemplate
from tenants.units.models.unit import Palette
from tenants.units.schema_template import current_template, replay

HOST_NAME = re.compile(r"(?=.{1,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")

_NOT_PREPARED = gettext_noop("Mẫu của trang mới chưa được chuẩn bị. Hãy chạy lệnh “manage.py prepare” rồi thử lại.")


class ProvisionError(Exception):
    """Refusal to make a site; the message is Vietnamese and fit to show to the operator."""


def provision_site(
    *, unit: Unit, host: str, request_id: uuid.UUID, at: datetime, palette: str = Palette.CUA_TUNG, motto: str = ""
) -> UnitSite:
    """Make the unit's site: schema, home page, sections of its kind, groups, host; all in one transaction or none.

    host: lower-case ASCII without port. request_id: the same id asked again returns the site it made the first time.
    at: aware datetime of the decision. Takes ≤ 0.5 s, whatever the number of units (`make bench ONLY=provision`).
    Raise ProvisionError when the kind has no site, the unit has one already, or the host is malformed or taken.
    """
    if made := UnitSite.objects.select_related("unit__kind", "unit__commune").filter(request_id=request_id).first():
        return made
    _refuse_impossible(unit=unit, host=host)
    try:
        template = current_template()
    except SchemaTemplate.DoesNotExist:
        raise ProvisionError(_(_NOT_PREPARED)) from None
    schema.renew()
    try:
        with transaction.atomic():
            site = _register(unit=unit, host=host, request_id=request_id, template=template, palette=palette)
            site.motto = motto
            site.save(update_fields=["motto"])
            UnitHost.objects.create(unit=unit, host=host, valid_from=timezone.localdate(at))
            reach("provision.rows_written")
            replay(schema_name=site.schema_name, sql=template.sql)
            reach("provision.schema_created")
            with use_site(site):
                import_string(settings.UNIT_SITE_BUILDER)(site=site, at=at)
            raise_register_version()
            reach("provision.before_commit")
    except IntegrityError as error:
        raise ProvisionError(_refusal(error, host=host, unit=unit)) from error
    host_cache.forget()
    return site


def _refuse_impossible(*, unit: Unit, host: str) -> None:
    if unit.kind.site_template == SiteTemplate.NONE:
        raise ProvisionError(
            _("Loại đơn vị “%(kind)s” không có trang riêng. Hãy đổi loại của đơn vị trước.") % {"kind": unit.kind}
        )
    if not HOST_NAME.fullmatch(host):
        raise ProvisionError(
            _("Tên miền “%(host)s” không đúng. Tên miền chỉ có chữ thường không dấu, số, dấu gạch nối và dấu chấm.")
            % {"host": host}
        )
    if Domain.objects.filter(domain=host).exists() or host == settings.CONSOLE_HOST:
        raise ProvisionError(_host_taken(host))
    if UnitSite.objects.filter(unit=unit).exists():
        raise ProvisionError(_("Đơn vị “%(unit)s” đã có trang. Mỗi đơn vị chỉ có một trang.") % {"unit": unit.name})


def _register(*, unit: Unit, host: str, request_id: uuid.UUID, template: SchemaTemplate, palette: str) -> UnitSite:
    """Write the site and host rows first: of two requests for one host, the second stops here and makes no schema."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('units_unitsite', 'id'))")
        number = cursor.fetchone()[0]
    site = UnitSite(
        pk=number,
        schema_name=f"t_{number:06d}",
        unit=unit,
        request_id=request_id,
        template_hash=template.hash,
        is_portal=unit.kind.site_template == SiteTemplate.PORTAL,
        palette=palette,
    )
    site.save(force_insert=True)
    Domain.objects.create(domain=host, tenant=site, is_primary=True)
    return site


def _host_taken(host: str) -> str:
    return _("Tên miền “%(host)s” đã thuộc về đơn vị khác. Hãy chọn tên miền khác.") % {"host": host}


def _refusal(error: IntegrityError, *, host: str, unit: Unit) -> str:
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    if "domain" in constraint or "host" in constraint:
        return _host_taken(host)
    if "request_id" in constraint or "unit_id" in constraint:
        return _("Trang của “%(unit)s” đang được tạo ở nơi khác. Hãy tải lại danh sách để xem.") % {"unit": unit.name}
    if "portal" in constraint:
        return _("Mạng lưới đã có Cổng của Sở. Chỉ có thể có một cổng.")
    raise error

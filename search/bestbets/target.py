"""Where an editor's address leads: to a published thing, to a unit, or outside."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from tenants.registry.models import Entry
from tenants.units.models import Domain, Unit


class TargetError(Exception):
    """Refusal of an address; the message is Vietnamese and fit to show to the editor."""


@dataclass(frozen=True, slots=True)
class Target:
    """address: as it is stored. entry, unit: None for a list of a site and for what lies outside."""

    address: str
    entry: Entry | None = None
    unit: Unit | None = None


def find_target(typed: str) -> Target:
    """Return what the address leads to. Two queries. Raise TargetError when readers could not follow it."""
    try:
        parts = urlsplit(typed)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or any(sign.isspace() for sign in typed):
        raise TargetError(
            _("Địa chỉ chưa đúng. Hãy mở trang muốn đề xuất rồi chép cả dòng địa chỉ, bắt đầu bằng https://.")
        )
    domain = Domain.objects.filter(domain=host).select_related("tenant__unit").first()
    if domain is None:
        if parts.scheme != "https":
            raise TargetError(_("Trang ngoài mạng lưới phải có địa chỉ bắt đầu bằng https://."))
        return Target(typed)
    unit = domain.tenant.unit
    if not unit.effect.listed:
        raise TargetError(_("Trang của đơn vị này đang không công khai. Hãy chọn địa chỉ khác."))
    if parts.path in {"", "/"}:
        return Target(typed, unit=unit)
    return Target(typed, entry=Entry.objects.live().filter(unit=unit, path=parts.path).first())

"""Units: on the portal all of the network that readers may find, elsewhere the unit itself."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router

from sites.api.paging import one_page
from sites.api.schemas import Named, Paging, UnitItem, Units
from sites.presenters.menu import primary_host
from tenants.units.address import address_on
from tenants.units.context import current_site
from tenants.units.models import Unit
from tenants.units.models.unit import SchoolLevel

router = Router()


@router.api_operation(["GET", "HEAD"], "", response=Units, summary="Các đơn vị trong mạng lưới")
def list_units(request: HttpRequest, paging: Query[Paging]) -> Units:
    """Trên Cổng của Sở: mọi đơn vị. Trên trang của một đơn vị: chính đơn vị đó."""
    return one_page(Units, _units().order_by("sort_key", "pk"), _items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{uuid:unit_id}/", response=UnitItem, summary="Một đơn vị")
def show_unit(request: HttpRequest, unit_id: UUID) -> UnitItem:
    """Mã của đơn vị không đổi khi đơn vị đổi tên hay đổi tên miền."""
    unit = _units().filter(uuid=unit_id).first()
    if unit is None:
        raise Http404
    return _item(unit)


def _units() -> QuerySet[Unit]:
    site = current_site()
    units = Unit.objects.listed()
    found = units if site.is_portal else units.filter(pk=site.unit_id)
    related = found.select_related("kind", "commune", "administrative_parent", "successor")
    return related.annotate(host=primary_host())


def _items(units: Sequence[Unit]) -> list[UnitItem]:
    return [_item(unit) for unit in units]


def _item(unit: Unit) -> UnitItem:
    host: str = unit.host or ""  # type: ignore[attr-defined]  # annotated in _units
    levels = [SchoolLevel(level) for level in unit.levels if level in SchoolLevel.values]
    return UnitItem(
        id=unit.uuid,
        name=unit.name,
        short_name=unit.short_name,
        kind=Named(code=unit.kind.slug, name=unit.kind.name),
        levels=[Named(code=level.value, name=str(level.label)) for level in levels],
        commune=Named(code=unit.commune.code, name=unit.commune.full_name) if unit.commune else None,
        address=unit.address,
        phone=unit.phone,
        email=unit.email,
        responsible_person=unit.responsible_person,
        website=address_on(host) if host else "",
        status=unit.status,
        opened_on=unit.opened_date,
        closed_on=unit.closed_date,
        parent=unit.administrative_parent.uuid if unit.administrative_parent else None,
        successor=unit.successor.uuid if unit.successor else None,
    )

"""The directory's page of one unit: all the register says, whether or not the unit has a site."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from sites.directory.listing import closing, level_names, unit_address
from sites.directory.question import ADDRESS, COMMUNE
from sites.frame import Link
from sites.presenters.menu import primary_host
from sites.presenters.phones import phone
from sites.presenters.unit_home import map_address
from sites.viewdata.directory import UnitView
from sites.viewdata.document import Fact
from tenants.units.address import address_on
from tenants.units.models import Unit, UnitName
from tenants.units.models.dated import Relation


def find_unit(slug: str) -> Unit | None:
    """Return the listed unit at an address, with everything its page needs of its own row. One query."""
    units = Unit.objects.listed().select_related("kind", "commune", "successor").annotate(host=primary_host())
    return units.filter(slug=slug).first()


def moved_to(slug: str) -> str:
    """Return the present slug of the unit that had this one last, "" when no listed unit had it. One query."""
    names = UnitName.objects.filter(slug=slug, unit__in=Unit.objects.listed()).order_by("-valid_until", "-pk")
    return names.values_list("unit__slug", flat=True).first() or ""


def present_unit(unit: Unit) -> UnitView:
    """Return the page of a unit from `find_unit`. Two queries: parents, names."""
    host: str = unit.host or ""  # type: ignore[attr-defined]  # annotated in find_unit
    successor = unit.successor
    return UnitView(
        name=unit.name,
        kind=unit.kind.name,
        facts=tuple(fact for fact in _facts(unit) if fact.value),
        notice=closing(unit),
        phone=phone(unit.phone),
        email=unit.email,
        site=Link(host, address_on(host)) if host else None,
        successor=Link(successor.name, unit_address(successor.slug)) if successor else None,
        above=tuple(_above(unit)),
        map_url=map_address(unit),
        names=tuple(_former_names(unit)),
        nearby=_nearby(unit),
    )


def _facts(unit: Unit) -> Iterator[Fact]:
    yield Fact(_("Cấp học"), level_names(unit))
    yield Fact(_("Xã, phường"), unit.commune.full_name if unit.commune else "")
    yield Fact(_("Địa chỉ"), unit.address)
    yield Fact(_("Người chịu trách nhiệm"), unit.responsible_person)
    yield Fact(_("Hoạt động từ ngày"), short_date(unit.opened_date) if unit.opened_date else "")


def _above(unit: Unit) -> Iterator[tuple[str, Link]]:
    """Yield who administers and who guides the unit today."""
    parents = (
        unit.parents.filter(valid_until=None)
        .order_by("relation")
        .values_list("relation", "parent__name", "parent__slug")
    )
    for relation, name, slug in parents:
        yield str(Relation(relation).label), Link(name, unit_address(slug))


def _former_names(unit: Unit) -> Iterator[Fact]:
    for name in unit.names.exclude(valid_until=None).order_by("-valid_until"):
        yield Fact(name.name, _days(name.valid_from, name.valid_until))


def _days(since: date | None, until: date | None) -> str:
    if since and until:
        return _("từ %(since)s đến %(until)s") % {"since": short_date(since), "until": short_date(until)}
    return _("đến %(until)s") % {"until": short_date(until)} if until else ""


def _nearby(unit: Unit) -> Link | None:
    if unit.commune is None:
        return None
    place = unit.commune
    return Link(_("Các đơn vị khác ở %(place)s") % {"place": place.full_name}, f"{ADDRESS}?{COMMUNE}={place.pk}")

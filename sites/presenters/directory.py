"""The directory of units: by commune, level and name, former names too."""

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number
from core.text.fold import fold
from sites.frame import Link
from sites.presenters.menu import primary_host
from sites.presenters.network import Network, current_network
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.phones import phone
from sites.viewdata.directory import DirectoryRow, DirectoryView
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import EmptyState
from tenants.units.address import address_on
from tenants.units.models import Unit
from tenants.units.models.kind import Tier
from tenants.units.models.unit import SchoolLevel

PAGE_SIZE = 50
NAME, COMMUNE, LEVEL = "q", "xa", "cap"
FIELDS = (NAME, COMMUNE, LEVEL, PAGE_FIELD)
ADDRESS = "/danh-ba/"
_LONGEST_NAME = 100


def present_directory(fields: QueryDict) -> DirectoryView:
    """Return one page of the directory. Three queries: count, units, their names."""
    query = Query.of(fields, FIELDS)
    network = current_network()
    units = _filtered(query)
    count = units.count()
    pages = -(-count // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    return DirectoryView(
        title=_("Danh bạ đơn vị"),
        count=ngettext("%(count)s đơn vị", "%(count)s đơn vị", count) % {"count": number(count)},
        action=ADDRESS,
        query=query.value(NAME)[:_LONGEST_NAME],
        choices=(communes_choice(network, query.value(COMMUNE)), levels_choice(query.value(LEVEL))),
        rows=_rows(units[(at - 1) * PAGE_SIZE : at * PAGE_SIZE], fold(query.value(NAME))),
        pager=build_pager(query, page=at, pages=pages),
        empty=EmptyState(
            _("Không có đơn vị nào như vậy. Bạn gõ bớt chữ hoặc chọn xã, phường khác."),
            (Link(_("Xem tất cả đơn vị"), ADDRESS),),
        ),
    )


def communes_choice(network: Network, chosen: str = "") -> Choice:
    """Return the communes that have a unit, with how many."""
    options = (
        Option(commune.code, commune.name, commune.units, selected=commune.code == chosen)
        for commune in network.communes
        if commune.units
    )
    return Choice(COMMUNE, _("Xã, phường"), (Option("", _("Tất cả"), selected=not chosen), *options))


def levels_choice(chosen: str = "") -> Choice:
    options = (Option(value, str(label), selected=value == chosen) for value, label in SchoolLevel.choices)
    return Choice(LEVEL, _("Cấp học"), (Option("", _("Tất cả"), selected=not chosen), *options))


def _filtered(query: Query) -> QuerySet[Unit]:
    units = Unit.objects.listed().exclude(kind__tier=Tier.ROOM)
    if code := query.value(COMMUNE):
        units = units.filter(commune=code[:10])
    if (level := query.value(LEVEL)) in SchoolLevel.values:
        units = units.filter(levels__contains=[level])
    for word in fold(query.value(NAME)[:_LONGEST_NAME]).split():
        units = units.filter(Q(folded__contains=word) | Q(names__folded__contains=word))
    return units.distinct().order_by("sort_key")


def _rows(units: QuerySet[Unit], wanted: str) -> tuple[DirectoryRow, ...]:
    found = units.annotate(host=primary_host()).select_related("commune").prefetch_related("names")
    return tuple(_row(unit, unit.host or "", wanted) for unit in found)


def _row(unit: Unit, host: str, wanted: str) -> DirectoryRow:
    """Return a row; a former name is told only when it is why the unit was found."""
    former = ""
    if any(word not in unit.folded for word in wanted.split()):
        names = (name.name for name in unit.names.all() if all(word in name.folded for word in wanted.split()))
        former = next(names, "")
    levels = ", ".join(str(SchoolLevel(level).label) for level in unit.levels if level in SchoolLevel.values)
    place = unit.commune.full_name if unit.commune else ""
    return DirectoryRow(
        name=unit.name,
        url=address_on(host) if host else "",
        about=" · ".join(filter(None, (levels, unit.address or place))),
        phone=phone(unit.phone),
        former_name=former,
    )

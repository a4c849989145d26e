"""The list of the directory: by commune or level, searched by name, former names too."""

from itertools import groupby

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.frontend.formats import number, short_date
from core.text.fold import fold
from sites.directory import question
from sites.directory.question import ADDRESS, BY_COMMUNE, BY_LEVEL, COMMUNE, FIELDS, LETTER, LEVEL, ORDER, ROOMS, TABS
from sites.frame import Link
from sites.presenters.menu import primary_host
from sites.presenters.network import Network, current_network
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.phones import phone
from sites.viewdata.directory import DirectoryGroup, DirectoryRow, DirectoryView, Tab
from sites.viewdata.home import Choice, Option
from sites.viewdata.listing import EmptyState
from tenants.units.address import address_on
from tenants.units.models import Unit
from tenants.units.models.unit import SchoolLevel
from tenants.units.statuses import UnitStatus

PAGE_SIZE = 50
# A printed list is all of it; the register of the largest province fits.
PRINTED = 5000
CSV_FILE, XLSX_FILE = "danh-ba-don-vi.csv", "danh-ba-don-vi.xlsx"


def present_directory(fields: QueryDict, *, is_printed: bool = False) -> DirectoryView:
    """Return one page of the directory, or all of it to print. Three queries: count, units, their names."""
    query = Query.of(fields, FIELDS)
    network = current_network()
    order = question.order_of(query)
    units = question.units_asked(query, network)
    count = units.count()
    size = PRINTED if is_printed else PAGE_SIZE
    pages = -(-count // size) or 1
    at = min(query.page(), pages)
    name = question.wanted_name(query)
    return DirectoryView(
        title=_("Danh bạ đơn vị"),
        count=ngettext("%(count)s đơn vị", "%(count)s đơn vị", count) % {"count": number(count)},
        action=ADDRESS,
        query=name,
        choices=() if order == ROOMS else _choices(network, query),
        tabs=_tabs(query, order),
        letters=_letters(network, query) if order == BY_COMMUNE else (),
        hidden=((ORDER, order),) if order else (),
        groups=_groups(units[(at - 1) * size : at * size], order, fold(name)),
        pager=None if is_printed else build_pager(query, page=at, pages=pages),
        downloads=_downloads(query),
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


def unit_address(slug: str) -> str:
    """Return where the directory's page of a unit is."""
    return f"{ADDRESS}{slug}/"


def level_names(unit: Unit) -> str:
    return ", ".join(str(SchoolLevel(level).label) for level in unit.levels if level in SchoolLevel.values)


def closing(unit: Unit) -> str:
    """Return "Đã kết thúc ngày 30/6/2026", "" for a unit that works."""
    if unit.status != UnitStatus.CLOSED:
        return ""
    if unit.closed_date:
        return _("Đã kết thúc ngày %(day)s") % {"day": short_date(unit.closed_date)}
    return _("Đã kết thúc")


def _choices(network: Network, query: Query) -> tuple[Choice, ...]:
    return communes_choice(network, query.value(COMMUNE)), levels_choice(query.value(LEVEL))


def _tabs(query: Query, shown: str) -> tuple[Tab, ...]:
    return tuple(Tab(str(title), "" if order == shown else _tab_address(query, order)) for order, title in TABS.items())


def _tab_address(query: Query, order: str) -> str:
    """Return the address of a tab with what is asked for kept; rooms have neither commune nor level to ask for."""
    if order == ROOMS:
        return f"?{ORDER}={ROOMS}"
    return Query(tuple((name, value) for name, value in query.fields if name != LETTER)).changed(xep=order)


def _letters(network: Network, query: Query) -> tuple[Tab, ...]:
    letters = dict.fromkeys(question.initial(commune.name) for commune in network.communes if commune.units)
    chosen = query.value(LETTER)
    every = Tab(_("Tất cả"), query.without(LETTER) if chosen else "")
    return (every, *(Tab(letter, "" if letter == chosen else query.changed(chu=letter)) for letter in letters))


def _downloads(query: Query) -> tuple[Link, ...]:
    asked = query.without(PAGE_FIELD)
    printed = f"{asked}&in=1" if asked != "?" else "?in=1"
    return (
        Link(_("Tải danh sách (Excel)"), f"{ADDRESS}{XLSX_FILE}{asked.removesuffix('?')}"),
        Link(_("Tải danh sách (CSV)"), f"{ADDRESS}{CSV_FILE}{asked.removesuffix('?')}"),
        Link(_("In danh sách"), printed),
    )


def _groups(units: QuerySet[Unit], order: str, wanted: str) -> tuple[DirectoryGroup, ...]:
    found = units.annotate(host=primary_host()).select_related("commune")
    rows = found.prefetch_related("names") if wanted else found
    heads = {BY_COMMUNE: _commune_of, BY_LEVEL: _level_of}
    head_of = heads.get(order, lambda unit: str(TABS[ROOMS]))
    return tuple(
        DirectoryGroup(title, tuple(_row(unit, wanted) for unit in members))
        for title, members in groupby(rows, head_of)
    )


def _commune_of(unit: Unit) -> str:
    return unit.commune.full_name if unit.commune else _("Chưa ghi xã, phường")


def _level_of(unit: Unit) -> str:
    first = unit.levels[0] if unit.levels else ""
    return str(SchoolLevel(first).label) if first in SchoolLevel.values else _("Cơ quan, đơn vị khác")


def _row(unit: Unit, wanted: str) -> DirectoryRow:
    """Return a row; a former name is told only when it is why the unit was found."""
    former = ""
    if any(word not in unit.folded for word in wanted.split()):
        names = (name.name for name in unit.names.all() if all(word in name.folded for word in wanted.split()))
        former = next(names, "")
    host: str = unit.host or ""  # type: ignore[attr-defined]  # annotated in _groups
    return DirectoryRow(
        name=unit.name,
        url=unit_address(unit.slug),
        site_url=address_on(host) if host else "",
        about=" · ".join(filter(None, (level_names(unit), unit.address))),
        phone=phone(unit.phone),
        former_name=former,
        closed=closing(unit),
    )

"""The directory as files: one line a unit, the same units the list shows."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from core.spreadsheets.write import Column, write_book
from sites.directory.listing import closing, level_names
from sites.directory.question import FIELDS, units_asked
from sites.presenters.menu import primary_host
from sites.presenters.network import current_network
from sites.presenters.paging import Query
from tenants.units.address import address_on
from tenants.units.models import Unit

# A cell that begins like this is run as a formula by spreadsheet programs that open a CSV file.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def directory_workbook(fields: QueryDict) -> bytes:
    """Return the units asked for as XLSX. One query."""
    return write_book(_("Danh bạ đơn vị"), _columns(), _lines(fields))


def directory_csv(fields: QueryDict) -> bytes:
    """Return the units asked for as CSV in UTF-8 with a mark, by which Excel knows the letters. One query."""
    target = StringIO()
    writer = csv.writer(target)
    writer.writerow([column.head for column in _columns()])
    writer.writerows([_harmless(value) for value in line] for line in _lines(fields))
    return target.getvalue().encode("utf-8-sig")


def _columns() -> list[Column]:
    return [
        Column(_("Tên đơn vị"), 48),
        Column(_("Loại"), 34),
        Column(_("Cấp học"), 22),
        Column(_("Xã, phường"), 24),
        Column(_("Địa chỉ"), 48),
        Column(_("Điện thoại"), 20),
        Column(_("Thư điện tử"), 34),
        Column(_("Người chịu trách nhiệm"), 30),
        Column(_("Trang web"), 40),
        Column(_("Tình trạng"), 28),
    ]


def _lines(fields: QueryDict) -> Iterator[list[str]]:
    units: QuerySet[Unit] = units_asked(Query.of(fields, FIELDS), current_network())
    for unit in units.annotate(host=primary_host()).select_related("commune", "kind"):
        host: str = unit.host or ""
        yield [
            unit.name,
            unit.kind.name,
            level_names(unit),
            unit.commune.full_name if unit.commune else "",
            unit.address,
            unit.phone,
            unit.email,
            unit.responsible_person,
            address_on(host) if host else "",
            closing(unit) or _("Đang hoạt động"),
        ]


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value

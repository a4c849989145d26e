"""Spreadsheets people download: an empty list to fill in, and what to correct in theirs."""

import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tenants.units.importing.columns import HEADERS, label
from tenants.units.importing.report import Problem
from tenants.units.models import Commune, Kind, SchoolLevel

_EXAMPLE = {
    "code": "th-khe-sanh",
    "name": "Trường Tiểu học Khe Sanh",
    "short_name": "Tiểu học Khe Sanh",
    "kind": "Trường tiểu học",
    "levels": "Tiểu học",
    "commune": "Xã Khe Sanh",
    "address": "Khối 3, xã Khe Sanh",
    "phone": "(0233) 000 0000",
    "email": "th-khe-sanh@vidu.example",
    "host": "th-khe-sanh.vidu.example",
    "responsible_person": "Họ và tên hiệu trưởng",
    "parent": "xa-khe-sanh",
    "professional_parent": "so-gddt",
}


def template_file() -> bytes:
    """Return an XLSX with the columns, one example row, and a sheet of the words that may be used. Two queries."""
    book = Workbook()
    _fill(_first(book), _("Danh sách"), [[label(name) for name in HEADERS], [_EXAMPLE[name] for name in HEADERS]])
    kinds = list(Kind.objects.values_list("name", flat=True))
    communes = list(Commune.objects.values_list("full_name", flat=True))
    levels = [str(level.label) for level in SchoolLevel]
    height = max(len(kinds), len(communes), len(levels))
    columns = [[*words, *[""] * (height - len(words))] for words in (kinds, levels, communes)]
    heads = [label("kind"), label("levels"), label("commune")]
    _fill(book.create_sheet(), _("Danh mục"), [heads, *map(list, zip(*columns, strict=True))])
    return _bytes(book)


def problems_file(problems: Iterable[Problem]) -> bytes:
    """Return an XLSX with one line for each thing to correct."""
    book = Workbook()
    lines = [[problem.row, problem.column, problem.sentence] for problem in problems]
    _fill(_first(book), _("Cần sửa"), [[_("Dòng"), _("Cột"), _("Cần sửa")], *lines])
    return _bytes(book)


def _first(book: Workbook) -> Worksheet:
    return book.worksheets[0]


def _fill(sheet: Worksheet, title: str, lines: Iterable[Sequence[object]]) -> None:
    sheet.title = title
    for line in lines:
        sheet.append(list(line))
    sheet.freeze_panes = "A2"
    for number, cells in enumerate(sheet.iter_cols(), start=1):
        cells[0].font = Font(bold=True)
        widest = max(len(str(cell.value or "")) for cell in cells)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(widest + 2, 12), 60)


def _bytes(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()

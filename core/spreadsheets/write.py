"""Workbooks people download. Every text is stored as text: a title that begins with "=" is no formula."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from itertools import zip_longest
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from core.text.normalize import clean_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Value = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """head: in the first line. width: in characters."""

    head: str
    width: int


def write_book(
    title: str,
    columns: Sequence[Column],
    lines: Iterable[Iterable[Value]],
    *,
    words: Mapping[str, Sequence[str]] | None = None,
) -> bytes:
    """Return an XLSX file of one sheet with a head that stays in sight. Times are written in local time.

    words: head → what may stand in such a column, for a second sheet beside a list to fill in.
    """
    book = Workbook(write_only=True)
    _fill(book.create_sheet(title), columns, lines)
    if words:
        heads = [Column(head, 32) for head in words]
        _fill(book.create_sheet(_("Danh mục")), heads, zip_longest(*words.values()))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _fill(sheet: Any, columns: Sequence[Column], lines: Iterable[Iterable[Value]]) -> None:
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([_head(sheet, column.head) for column in columns])
    for line in lines:
        sheet.append([_cell(sheet, value) for value in line])


def _head(sheet: WriteOnlyWorksheet, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> Any:
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, value=timezone.localtime(value).replace(tzinfo=None, microsecond=0))
        cell.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(value, date):
        cell = WriteOnlyCell(sheet, value=datetime.combine(value, time()))
        cell.number_format = "dd/mm/yyyy"
    elif value is None or isinstance(value, int):
        return value
    else:
        text = clean_text(value)
        if not text.startswith("="):
            return text  # openpyxl is twice as fast without a cell object
        cell = WriteOnlyCell(sheet, value=text)
        cell.data_type = "s"
    return cell

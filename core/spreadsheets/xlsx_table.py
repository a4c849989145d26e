"""An XLSX file as lines of values, and what would make a cell mean something else than it shows."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn, cast

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException

from core.media.intake.containers import ole_kinds, zip_kind
from core.media.intake.refusal import IntakeRefused
from core.spreadsheets.refusal import ListError

# What a cell may hold: text, numbers, days, times, nothing.
Value = object

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0"
MOST_COLUMNS = 100
MOST_UNPACKED = 200 * 1024 * 1024
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="(([A-Z]+)(\d+):([A-Z]+)(\d+))"')
# A cell with a formula whose result was never worked out and stored beside it.
_UNSOLVED = re.compile(rb'<c r="([A-Z]+(\d+))"[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>')


@dataclass(frozen=True, slots=True)
class Table:
    """The first sheet. xml: its part of the workbook, for what openpyxl's reader of long sheets leaves out.

    A CSV file is such a table, too, with no xml.
    """

    lines: list[list[Value]]
    xml: bytes

    def fill_merged(self, columns: Collection[int], *, below: int) -> None:
        """Give each line its value in columns (from 0) whose cells are merged downwards, as a day over its lines is."""
        for cells in self._merged(below):
            if cells.column is not None and cells.column in columns:
                for line in self.lines[cells.top : cells.bottom]:
                    line[cells.column] = self.lines[cells.top - 1][cells.column]

    def refuse_unclear_cells(self, *, below: int, filled: Collection[int] = ()) -> None:
        """Raise ListError for merged cells or formulas without a result below a row; titles above may be merged.

        filled: columns that fill_merged has filled, where cells merged downwards are clear.
        """
        for cells in self._merged(below):
            if cells.column not in filled:
                sentence = _("Các ô %(cells)s đang gộp làm một. Hãy bỏ gộp ô, điền đủ từng dòng rồi tải lên lại.")
                raise ListError(sentence % {"cells": cells.name})
        for match in _UNSOLVED.finditer(self.xml):
            if int(match[2]) > below:
                sentence = _("Ô %(cell)s là công thức chưa có kết quả. Hãy dán giá trị vào ô đó rồi tải lên lại.")
                raise ListError(sentence % {"cell": match[1].decode()})

    def _merged(self, below: int) -> Iterator["_Merged"]:
        for match in _MERGED.finditer(self.xml):
            if int(match[5]) > below:
                is_within_columns = match[2] == match[4]
                column = column_index_from_string(match[2].decode()) - 1 if is_within_columns else None
                yield _Merged(match[1].decode(), column, int(match[3]), int(match[5]))


class _Merged(NamedTuple):
    """Cells merged to one: "A4:A6". column: from 0, None when more than one. top, bottom: rows, from 1."""

    name: str
    column: int | None
    top: int
    bottom: int


def read_xlsx(content: bytes, *, most_lines: int, one_sheet: bool = False) -> Table:
    """Return the first sheet's lines, dates as dates whichever year the workbook counts from. Raise ListError.

    one_sheet: refuse a workbook in which another sheet holds anything, too.
    """
    try:
        _refuse_unsafe(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = cast(Any, book.worksheets[0])  # a reader of long sheets, which the types do not know
        if one_sheet:
            _refuse_filled(book.worksheets[1:])
        lines = [list(line) for line in sheet.iter_rows(max_row=most_lines, max_col=MOST_COLUMNS, values_only=True)]
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            xml = parts.read(sheet._worksheet_path.lstrip("/"))
    except (InvalidFileException, zipfile.BadZipFile, LookupError, ValueError, TypeError, SyntaxError) as error:
        raise _unreadable() from error
    return Table(lines, xml)


def _refuse_filled(sheets: Sequence[Any]) -> None:
    for sheet in sheets:
        if any(cell is not None for line in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True) for cell in line):
            sentence = _("Trang tính “%(name)s” cũng có dữ liệu. Hãy gộp mọi dòng vào trang tính đầu rồi tải lên lại.")
            raise ListError(sentence % {"name": sheet.title})


def refuse_ole(content: bytes) -> NoReturn:
    """Raise ListError for an Office 97–2003 container: an old .xls, or a newer workbook locked with a password."""
    try:
        ole_kinds(content)
    except IntakeRefused as refusal:
        raise ListError(str(refusal)) from refusal
    raise _unreadable()


def _refuse_unsafe(content: bytes) -> None:
    """A few kilobytes of ZIP can unpack to gigabytes; a macro has no place in a list."""
    try:
        kind = zip_kind(content)
    except IntakeRefused as refusal:
        raise ListError(str(refusal)) from refusal
    if kind != "xlsx":
        raise ValueError(f"a workbook was expected, got {kind!r}")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise ValueError("the workbook unpacks to more than a list can need")


def _unreadable() -> ListError:
    return ListError(_("Không đọc được tệp Excel này. Hãy lưu lại dưới dạng .xlsx hoặc .csv rồi tải lên."))

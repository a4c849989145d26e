"""A list whose columns nobody knows beforehand, read to be shown as it is."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from core.spreadsheets.csv_table import read_csv
from core.spreadsheets.read import HEADER_WITHIN, text_of
from core.spreadsheets.refusal import ListError
from core.spreadsheets.xlsx_table import OLE_MAGIC, ZIP_MAGIC, Value, read_xlsx, refuse_ole
from core.text.normalize import clean_text


@dataclass(frozen=True, slots=True)
class FreeTable:
    """head: the column titles. rows: cells as people read them, each as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_free_table(content: bytes, *, most_rows: int, most_columns: int) -> FreeTable:
    """Return the first sheet of an XLSX file, or a CSV file, below the titles that stand over its columns.

    Raise ListError with one Vietnamese sentence when it is damaged, locked, with macros, with merged cells or formulas
    without a result below the titles, with a filled column that has no title, too long or too wide.
    """
    if content.startswith(OLE_MAGIC):
        refuse_ole(content)
    is_workbook = content.startswith(ZIP_MAGIC)
    table = read_xlsx(content, most_lines=HEADER_WITHIN + most_rows + 1) if is_workbook else None
    lines: list[list[Value]] = table.lines if table else list(read_csv(content, head_lines=HEADER_WITHIN))
    start = _line_of_titles(lines)
    if table:
        table.refuse_unclear_cells(below=start + 1)
    titles = [shown(cell) for cell in lines[start]]
    columns = [number for number, title in enumerate(titles) if title]
    if len(columns) > most_columns:
        raise ListError(_("Danh sách có hơn %(count)d cột. Hãy bỏ bớt cột rồi tải lên lại.") % {"count": most_columns})
    rows = []
    for number, line in enumerate(lines[start + 1 :], start=start + 2):
        cells = [shown(cell) for cell in line]
        _refuse_untitled(cells, titles, number)
        if any(cells):
            rows.append(tuple(cells[column] if column < len(cells) else "" for column in columns))
    if not rows:
        raise ListError(_("Danh sách không có dòng nào dưới hàng tiêu đề."))
    if len(rows) > most_rows:
        raise ListError(_("Danh sách có hơn %(count)d dòng. Hãy chia thành nhiều tệp.") % {"count": most_rows})
    return FreeTable(tuple(titles[column] for column in columns), tuple(rows))


def shown(cell: Value) -> str:
    """Return a cell as Vietnamese readers write it: 30/06/2026, 7:30, 8,25. Long numbers keep their digits together."""
    if isinstance(cell, datetime):
        day = f"{cell:%d/%m/%Y}"
        return day if cell.time() == time() else f"{day} {cell.hour}:{cell:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, time):
        return f"{cell.hour}:{cell:%M}"
    if isinstance(cell, float) and not cell.is_integer():
        return f"{cell:.10g}".replace(".", ",")
    return " ".join(clean_text(text_of(cell)).split())


def _line_of_titles(lines: list[list[Value]]) -> int:
    """Return the first line that is as full as any: above it stand the agency's name and the list's title."""
    filled = [sum(bool(shown(cell)) for cell in line) for line in lines[:HEADER_WITHIN]]
    if not filled or max(filled) < 2:
        raise ListError(_("Không tìm thấy hàng tiêu đề. Danh sách cần một hàng ghi tên của ít nhất hai cột."))
    return filled.index(max(filled))


def _refuse_untitled(cells: list[str], titles: list[str], number: int) -> None:
    for column, cell in enumerate(cells):
        if cell and not (titles[column] if column < len(titles) else ""):
            words = {"column": get_column_letter(column + 1), "row": number}
            raise ListError(
                _("Cột %(column)s có chữ ở dòng %(row)d mà chưa có tên cột. Hãy ghi tên cột ở hàng tiêu đề.") % words
            )

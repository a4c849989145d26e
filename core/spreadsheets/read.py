"""From the bytes of a list to rows of clean text by field."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.spreadsheets.columns import Columns
from core.spreadsheets.csv_table import read_csv
from core.spreadsheets.refusal import ListError
from core.spreadsheets.xlsx_table import OLE_MAGIC, ZIP_MAGIC, Table, Value, read_xlsx, refuse_ole
from core.text.normalize import clean_text

MOST_ROWS = 20_000
# Where the header row is looked for: lists begin with a title and an empty line or two.
HEADER_WITHIN = 15


@dataclass(frozen=True, slots=True)
class Row:
    """number: as the spreadsheet shows it, from 1. values: clean text by field; absent columns are absent.

    raw: the same cells as the workbook holds them (dates, numbers), by field; texts of a CSV file.
    """

    number: int
    values: dict[str, str]
    raw: dict[str, Value] = field(default_factory=dict)


def read_rows(
    content: bytes, columns: Columns, *, most_rows: int = MOST_ROWS, merged: tuple[str, ...] = ()
) -> list[Row]:
    """Return the list's rows. CSV in UTF-8 (with or without BOM), UTF-16 or Windows-1258, or XLSX.

    merged: fields whose cells may be merged over several rows, each of which then has the value.
    Raise ListError with one Vietnamese sentence when it is no such list: damaged, locked, with macros, with merged
    cells or formulas without a result below the header, without a needed column, too long.
    """
    table = read_table(content, most_rows=most_rows)
    lines = table.lines
    start, fields = _header(lines, columns)
    fillable = [number for number, name in enumerate(fields) if name in merged]
    table.fill_merged(fillable, below=start + 1)
    table.refuse_unclear_cells(below=start + 1, filled=fillable)
    missing = [columns.label(name) for name in columns.required if name not in fields]
    if missing:
        raise ListError(
            _("Danh sách thiếu cột: %(columns)s. Hãy thêm cột rồi tải lên lại.") % {"columns": ", ".join(missing)}
        )
    rows = [
        _row(number, fields, line)
        for number, line in enumerate(lines[start + 1 :], start=start + 2)
        if any(text_of(cell) for cell in line)
    ]
    refuse_count(len(rows), most_rows=most_rows)
    return rows


def read_table(content: bytes, *, most_rows: int, one_sheet: bool = False) -> Table:
    """Return the lines of a list as they stand, title and header included. one_sheet: refuse others that are filled.

    Raise ListError for what cannot be read at all.
    """
    if content.startswith(OLE_MAGIC):
        refuse_ole(content)
    if content.startswith(ZIP_MAGIC):
        return read_xlsx(content, most_lines=HEADER_WITHIN + most_rows + 1, one_sheet=one_sheet)
    return Table(list(read_csv(content, head_lines=HEADER_WITHIN)), b"")


def refuse_count(count: int, *, most_rows: int) -> None:
    """Raise ListError for a list without rows, or with too many."""
    if not count:
        raise ListError(_("Danh sách không có dòng nào dưới hàng tiêu đề."))
    if count > most_rows:
        raise ListError(_("Danh sách có hơn %(count)d dòng. Hãy chia thành nhiều tệp.") % {"count": most_rows})


def text_of(cell: Value) -> str:
    """Return a cell as clean text. A telephone number or code typed as a number must not end in `.0`."""
    if cell is None:
        return ""
    return clean_text(str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)).strip()


def _row(number: int, fields: list[str | None], line: list[Value]) -> Row:
    raw = {name: cell for name, cell in zip(fields, line, strict=False) if name}
    return Row(number, {name: text_of(cell) for name, cell in raw.items()}, raw)


def _header(lines: list[list[Value]], columns: Columns) -> tuple[int, list[str | None]]:
    for number, line in enumerate(lines[:HEADER_WITHIN]):
        fields = [columns.field_of(text_of(cell)) for cell in line]
        if sum(name is not None for name in fields) >= 2:
            return number, fields
    examples = ", ".join(f"“{columns.label(name)}”" for name in (columns.required or tuple(columns.headers))[:3])
    raise ListError(
        _("Không tìm thấy hàng tiêu đề. Hàng tiêu đề cần có các cột như %(columns)s.") % {"columns": examples}
    )

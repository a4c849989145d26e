"""From the bytes of a list to rows of clean text by field."""

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.text.normalize import clean_text
from tenants.units.importing.columns import REQUIRED, field_of, label

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_UNPACKED = 200 * 1024 * 1024
# Where the header row is looked for: lists begin with a title and an empty line or two.
HEADER_WITHIN = 15
_XLSX_MAGIC = b"PK\x03\x04"


class ListError(Exception):
    """The file cannot be read as a list of units; the message is Vietnamese and says what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """number: as the spreadsheet shows it, from 1. values: clean text by field; absent columns are absent."""

    number: int
    values: dict[str, str]


def read_list(content: bytes) -> list[Row]:
    """Return the list's rows. CSV in UTF-8 (with or without BOM), UTF-16 or Windows-1258, or XLSX. Raise ListError."""
    table = _xlsx(content) if content.startswith(_XLSX_MAGIC) else _csv(content)
    lines = [[clean_text(cell).strip() for cell in line] for line in table]
    start, fields = _header(lines)
    missing = [label(name) for name in REQUIRED if name not in fields]
    if missing:
        raise ListError(
            _("Danh sách thiếu cột: %(columns)s. Hãy thêm cột rồi tải lên lại.") % {"columns": ", ".join(missing)}
        )
    rows = [
        Row(number, {name: cell for name, cell in zip(fields, line, strict=False) if name})
        for number, line in enumerate(lines[start + 1 :], start=start + 2)
        if any(line)
    ]
    if not rows:
        raise ListError(_("Danh sách không có dòng nào dưới hàng tiêu đề."))
    if len(rows) > MOST_ROWS:
        raise ListError(_("Danh sách có hơn %(count)d dòng. Hãy chia thành nhiều tệp.") % {"count": MOST_ROWS})
    return rows


def _header(lines: list[list[str]]) -> tuple[int, list[str | None]]:
    for number, line in enumerate(lines[:HEADER_WITHIN]):
        fields = [field_of(cell) for cell in line]
        if sum(name is not None for name in fields) >= 2:
            return number, fields
    raise ListError(
        _("Không tìm thấy hàng tiêu đề. Hàng tiêu đề cần có các cột như “Mã đơn vị”, “Tên đơn vị”, “Loại đơn vị”.")
    )


def _xlsx(content: bytes) -> list[list[str]]:
    try:
        _refuse_bomb(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        lines = book.worksheets[0].iter_rows(
            max_row=HEADER_WITHIN + MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True
        )
        return [["" if cell is None else _text(cell) for cell in line] for line in lines]
    except (InvalidFileException, zipfile.BadZipFile, LookupError, ValueError, TypeError, SyntaxError) as error:
        raise ListError(
            _("Không đọc được tệp Excel này. Hãy lưu lại dưới dạng .xlsx hoặc .csv rồi tải lên.")
        ) from error


def _refuse_bomb(content: bytes) -> None:
    """A few kilobytes of ZIP can unpack to gigabytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise ValueError("the workbook unpacks to more than a list of units can need")


def _text(cell: object) -> str:
    """A telephone number or code typed as a number must not end in `.0`."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _csv(content: bytes) -> Iterable[list[str]]:
    text = decode(content)
    head = "\n".join(text.splitlines()[:HEADER_WITHIN])
    delimiter = max(";\t,", key=head.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ListError(
            _("Không đọc được tệp này. Hãy lưu danh sách dưới dạng .xlsx hoặc .csv rồi tải lên.")
        ) from error


def decode(content: bytes) -> str:
    """Return the text of a CSV file: by its BOM, else UTF-8, else Windows-1258, else what charset-normalizer finds."""
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp1258"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(content).best()
    if best is None:
        raise ListError(_("Không đọc được chữ trong tệp này. Hãy lưu danh sách dưới dạng CSV UTF-8 rồi tải lên."))
    return str(best)

"""Lists of candidates, rooms or results, from a workbook to a table on the page."""

from typing import Any

from django.core.cache import caches
from django.utils.translation import gettext as _

from core.media.models import UnitDocument
from core.spreadsheets.free_table import FreeTable, read_free_table
from core.spreadsheets.refusal import ListError
from core.text.fold import fold

HEAVIEST = 5 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 1000, 12
# What nobody needs to find the own line, and what the law on personal data keeps from the public.
PRIVATE_HEADS = ("cccd", "cmnd", "can cuoc", "dinh danh", "dien thoai", "sdt", "email", "dia chi", "tai khoan")
_KEPT_SECONDS = 3600


def sheet_of(document: UnitDocument) -> FreeTable:
    """Return the table in an XLSX file, reading it the first time. Raise ListError with a sentence for the editor."""
    key = f"sheet:{document.content_hash}"
    table: FreeTable | None = caches["local"].get(key)
    if table is None:
        table = _read(document)
        caches["local"].set(key, table, _KEPT_SECONDS)
    return table


def to_json(table: FreeTable) -> dict[str, Any]:
    return {"head": list(table.head), "rows": [list(row) for row in table.rows]}


def from_json(data: dict[str, Any]) -> FreeTable:
    return FreeTable(tuple(data["head"]), tuple(tuple(row) for row in data["rows"]))


def _read(document: UnitDocument) -> FreeTable:
    if document.file_extension.lower() != "xlsx":
        raise ListError(_("Danh sách phải là tệp Excel (.xlsx). Hãy lưu lại dưới dạng .xlsx rồi chọn tệp đó."))
    if (document.file_size or 0) > HEAVIEST:
        raise ListError(_("Tệp này nặng hơn 5 MB. Hãy bỏ ảnh và các trang tính khác, hoặc chia thành nhiều tệp."))
    with document.file.open("rb") as file:
        table = read_free_table(file.read(), most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
    for head in table.head:
        if any(word in fold(head) for word in PRIVATE_HEADS):
            sentence = _("Cột “%(head)s” là dữ liệu cá nhân không đăng công khai. Hãy xóa cột này rồi chọn tệp mới.")
            raise ListError(sentence % {"head": head})
    return table

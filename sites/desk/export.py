from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from core.text.normalize import clean_text
from sites.desk.queue import level_names
from tenants.exchange.models import Submission
from tenants.exchange.states import RefusalGround, TakeDownReason

Value = str | datetime | None
_WIDTHS = (60, 34, 18, 20, 22, 22, 18, 17, 24, 17, 48, 40, 60)


def spreadsheet(rows: Iterable[Submission]) -> bytes:
    """Return the list as an XLSX file. `rows` come with sender, kind, commune, room and claimed_by joined.

    Every text is stored as text: a title that begins with "=" is no formula.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Bài gửi Sở"))
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_cell(sheet, head, bold=True) for head in _heads()])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in _values(row)])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _heads() -> list[str]:
    return [
        _("Tiêu đề"), _("Đơn vị"), _("Loại đơn vị"), _("Cấp học"), _("Xã, phường"), _("Phân loại"), _("Bước"),
        _("Gửi lúc"), _("Người xử lý"), _("Đăng lúc"), _("Địa chỉ trên Cổng"), _("Căn cứ hoặc lý do"), _("Lời nhắn"),
    ]  # fmt: skip


def _values(row: Submission) -> Iterator[Value]:
    yield row.title
    yield row.sender.name
    yield row.sender.kind.name
    yield level_names(row.sender)
    yield row.sender.commune.full_name if row.sender.commune else ""
    yield row.get_news_class_display()
    yield row.get_state_display()
    yield row.sent_at
    yield row.claimed_by.full_name if row.claimed_by else ""
    yield row.published_at
    yield row.portal_path
    yield _ground(row)
    yield row.words


def _ground(row: Submission) -> str:
    if row.refusal_ground:
        return str(RefusalGround(row.refusal_ground).label)
    return str(TakeDownReason(row.take_down_reason).label) if row.take_down_reason else ""


def _cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> Any:
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, value=timezone.localtime(value).replace(tzinfo=None, microsecond=0))
        cell.number_format = "dd/mm/yyyy hh:mm"
        return cell
    cell = WriteOnlyCell(sheet, value=clean_text(value or ""))
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell

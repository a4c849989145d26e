from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from core.spreadsheets.write import Column, Value, write_book
from sites.desk.queue import level_names
from tenants.exchange.models import Submission
from tenants.exchange.states import RefusalGround, TakeDownReason

_WIDTHS = (60, 34, 18, 20, 22, 22, 18, 17, 24, 17, 48, 40, 60)


def spreadsheet(rows: Iterable[Submission]) -> bytes:
    """Return the list as an XLSX file. `rows` come with sender, kind, commune, room and claimed_by joined."""
    columns = [Column(head, width) for head, width in zip(_heads(), _WIDTHS, strict=True)]
    return write_book(_("Bài gửi Sở"), columns, map(_values, rows))


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

"""What is kept of who did what with results: in Wagtail's log of the exam, without anything of a candidate."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from core.frontend.formats import number
from sites.admin.moments import moment


class _Checked(LogFormatter):
    label = gettext_lazy("Đọc thử kết quả")

    def format_message(self, log_entry: Any) -> str:
        return _("Đọc thử “%(filename)s”: %(rows)s dòng, chưa đưa lên") % _words(log_entry)


class _Loaded(LogFormatter):
    label = gettext_lazy("Đưa kết quả lên")

    def format_message(self, log_entry: Any) -> str:
        return _("Đưa lên “%(filename)s”: %(rows)s dòng, thay toàn bộ bản trước") % _words(log_entry)


class _OpeningSet(LogFormatter):
    label = gettext_lazy("Đặt giờ mở tra cứu")

    def format_message(self, log_entry: Any) -> str:
        at = datetime.fromisoformat(log_entry.data["opens_at"])
        return _("Đặt giờ mở tra cứu: %(at)s") % {"at": moment(at)}


class _Removed(LogFormatter):
    label = gettext_lazy("Xóa kết quả")

    def format_message(self, log_entry: Any) -> str:
        words = _words(log_entry)
        if log_entry.user_id is None:
            return _("Tự xóa kết quả khi hết hạn: %(rows)s dòng") % words
        return _("Xóa kết quả: %(rows)s dòng") % words


def register(actions: LogActionRegistry) -> None:
    for name, formatter in (
        ("lookup.check", _Checked),
        ("lookup.load", _Loaded),
        ("lookup.set_opening", _OpeningSet),
        ("lookup.remove", _Removed),
    ):
        actions.register_action(name)(formatter)


def _words(log_entry: Any) -> dict[str, str]:
    return {"filename": log_entry.data.get("filename", ""), "rows": number(log_entry.data["rows"])}

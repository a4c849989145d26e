"""What is kept of who changed which synonym: in Wagtail's log of the portal."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

KEEP, REMOVE = "search_vocabulary.keep", "search_vocabulary.remove"


class _Kept(LogFormatter):
    label = gettext_lazy("Ghi nhóm từ đồng nghĩa")

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        if not data["before"]:
            return _("Thêm “%(after)s”") % data
        if not data["is_active"]:
            return _("Ngừng dùng “%(after)s”") % data
        return _("Ghi “%(after)s”, trước đó “%(before)s”") % data


class _Removed(LogFormatter):
    label = gettext_lazy("Xóa nhóm từ đồng nghĩa")

    def format_message(self, log_entry: Any) -> str:
        return _("Xóa “%(before)s”") % log_entry.data


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail how to show both."""
    for name, formatter in ((KEEP, _Kept), (REMOVE, _Removed)):
        actions.register_action(name)(formatter)

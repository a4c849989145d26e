"""What an operator has to know first, in sentences: what is wrong, what it means for readers, what to do."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.health.figures import Health, NodeState

LATE = timedelta(minutes=5)
# The rolling comparison runs hourly; two missed ones mean that no clock runs.
UNCOMPARED = timedelta(hours=3)

_OF_NODE: dict[NodeState, tuple[str, str | Promise]] = {
    NodeState.NONE: ("neutral", gettext_lazy("Chưa khai báo Elasticsearch: tìm kiếm chạy bằng cơ sở dữ liệu.")),
    NodeState.AWAY: (
        "bad",
        gettext_lazy(
            "Không hỏi được Elasticsearch. Người đọc vẫn tìm được bằng cơ sở dữ liệu; "
            "thay đổi được giữ lại và tự gửi khi máy chủ trở lại."
        ),
    ),
    NodeState.FOREIGN: (
        "bad",
        gettext_lazy(
            "Địa chỉ Elasticsearch trỏ tới một máy chủ hoặc phiên bản không dùng được. "
            "Hãy dùng Elasticsearch 8.19 hoặc 9; trong lúc chờ, tìm kiếm chạy bằng cơ sở dữ liệu."
        ),
    ),
    NodeState.NO_INDEX: (
        "warn",
        gettext_lazy("Elasticsearch chưa có chỉ mục. Hãy chạy “manage.py worker” hoặc “manage.py search ensure”."),
    ),
    NodeState.LOCKED: (
        "bad",
        gettext_lazy(
            "Chỉ mục đang bị khóa ghi, thường vì đĩa của Elasticsearch đầy. "
            "Hãy giải phóng đĩa rồi mở khóa; thay đổi được giữ lại và tự gửi sau đó."
        ),
    ),
    NodeState.OUTDATED: (
        "warn",
        gettext_lazy("Chỉ mục do phiên bản khác của phần mềm tạo ra. Hãy chạy “manage.py search reindex”."),
    ),
}


def problems(health: Health, *, at: datetime) -> Iterator[tuple[str, str]]:
    """Yield (tone, sentence), the node's state first; nothing when all is well."""
    if health.node in _OF_NODE:
        tone, sentence = _OF_NODE[health.node]
        yield tone, str(sentence)
    if health.dead:
        sentence = _("Chỉ mục từ chối %(count)s mục. Hãy xem lỗi bên dưới, sửa nguyên nhân rồi gửi lại.")
        yield "bad", sentence % {"count": health.dead}
    if health.oldest and at - health.oldest > LATE:
        yield "warn", _("Có thay đổi chờ quá 5 phút. Hãy xem “manage.py worker” có đang chạy không.")
    if health.drift:
        sentence = _("Lần đối chiếu gần nhất thấy %(count)s chỗ lệch và đã xếp hàng để sửa.")
        yield "warn", sentence % {"count": health.drift}
    if health.sweep and at - health.sweep.at > UNCOMPARED:
        yield "warn", _("Đã lâu chưa đối chiếu chỉ mục. Hãy xem “manage.py worker” có đang chạy không.")

"""What waits at the desk, for the dashboard and the menu."""

from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from sites.admin.staff import Staff
from sites.admin.timeline import Tone
from sites.desk.queue import visible_to
from sites.desk.tabs import counts_of, tabs_for

DeskLine = tuple[str, str, str, Tone]


def desk_lines(staff: Staff) -> Iterator[DeskLine]:
    """Yield sentence, button, address and tone of what waits for this person. One query."""
    if not (staff.works_the_desk or staff.sits_on_the_board):
        return
    counts = counts_of(tabs_for(staff), visible_to(staff), staff=staff)
    texts = _DESK_TEXTS if staff.works_the_desk else _BOARD_TEXTS
    for slug, text in texts.items():
        if count := counts.get(slug):
            yield text() % {"count": count}, _("Mở bàn biên tập"), f"{reverse('desk')}?muc={slug}", "warn"


_DESK_TEXTS: dict[str, Callable[[], str]] = {
    "cua-toi": lambda: _("%(count)d bài thầy cô đang xử lý."),
    "moi": lambda: _("%(count)d bài mới gửi, chưa ai nhận."),
    "phong-tra-loi": lambda: _("%(count)d bài phòng đã trả lời, chờ đăng hoặc xem lại."),
    "ban-moi": lambda: _("%(count)d bài có bản mới của đơn vị."),
}
_BOARD_TEXTS: dict[str, Callable[[], str]] = {"cho-phong": lambda: _("%(count)d bài chờ phòng của thầy cô duyệt.")}

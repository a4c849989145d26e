"""The steps of a new edition of a post the desk has in hand or has published: buttons beside the difference."""

from django.utils.translation import gettext_lazy as _

from sites.admin.staff import Staff
from sites.desk.forms import ApproveForm, DeclineForm, RouteForm
from sites.desk.steps import DeskStep
from sites.exchange.publish_submission import accept_edition, set_edition_aside
from tenants.exchange.actions.route_edition import approve_edition, decline_edition, needs_board, route_edition
from tenants.exchange.models import Edition, Submission


def _beside_the_difference(row: Submission, staff: Staff) -> bool:
    """Never among the other buttons: edition_steps_for decides."""
    return False


ACCEPT = DeskStep(
    "nhan-ban-moi",
    _("Đăng bản mới"),
    _beside_the_difference,
    lambda doing: accept_edition(**doing.call, edition_pk=doing.edition_pk),
    _("Bài trên Cổng đã theo bản mới của đơn vị."),
    weight="primary",
)
LEAVE = DeskStep(
    "de-lai-ban-moi",
    _("Giữ bản đang đăng"),
    _beside_the_difference,
    lambda doing: set_edition_aside(**doing.call, edition_pk=doing.edition_pk),
    _("Cổng giữ bản đang đăng."),
)
ROUTE = DeskStep(
    "chuyen-phong-ban-moi",
    _("Chuyển phòng duyệt bản mới"),
    _beside_the_difference,
    lambda doing, room: route_edition(**doing.ledger_call, edition_pk=doing.edition_pk, room=room),
    _("Bản mới đã chuyển phòng duyệt. Bản đang đăng giữ nguyên đến khi phòng duyệt."),
    form=RouteForm,
    ask=_("Bài chuyên môn, chính luận: bản mới cũng phải được thành viên Ban Biên tập của phòng duyệt."),
    weight="primary",
)
APPROVE = DeskStep(
    "duyet-ban-moi",
    _("Duyệt bản mới"),
    _beside_the_difference,
    lambda doing, words: approve_edition(**doing.ledger_call, edition_pk=doing.edition_pk, words=words),
    _("Thầy cô đã duyệt bản mới. Tổ kỹ thuật sẽ đăng."),
    form=ApproveForm,
    ask=_("Duyệt bản mới để Tổ kỹ thuật thay bản đang đăng trên Cổng?"),
    weight="primary",
    for_board=True,
)
DECLINE = DeskStep(
    "khong-duyet-ban-moi",
    _("Không duyệt bản mới"),
    _beside_the_difference,
    lambda doing, words: decline_edition(**doing.ledger_call, edition_pk=doing.edition_pk, words=words),
    _("Bản đang đăng được giữ. Đơn vị và Tổ kỹ thuật đã đọc được lời của thầy cô."),
    form=DeclineForm,
    ask=_("Bản đang đăng trên Cổng giữ nguyên. Đơn vị đọc đúng lời của thầy cô."),
    for_board=True,
)
EDITION_STEPS = (ACCEPT, LEAVE, ROUTE, APPROVE, DECLINE)


def edition_steps_for(row: Submission, pending: Edition | None, staff: Staff) -> list[DeskStep]:
    """Return the buttons beside a pending edition: a professional post's goes through the board first."""
    if pending is None:
        return []
    must_ask = needs_board(row) and pending.approved_by_id is None
    desk = ([ROUTE] if must_ask else [ACCEPT]) + [LEAVE]
    board = [APPROVE, DECLINE] if must_ask and pending.room_id in staff.rooms else []
    return (desk if staff.works_the_desk else []) + (board if staff.sits_on_the_board else [])

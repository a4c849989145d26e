"""Every step an editor or a board member takes on a sent post: one table that the buttons and the views share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.accounts.models import User
from sites.admin.forms import TakeDownForm
from sites.admin.staff import Staff
from sites.desk.actions.publish_post import publish_post, schedule_post
from sites.desk.actions.send_back import refuse_submission, return_for_changes
from sites.desk.actions.take_up import take_up
from sites.desk.forms import ApproveForm, ChangesForm, DeclineForm, RefusalForm, RouteForm, ScheduleForm
from sites.exchange.take_down import restore_copy, take_down_copy
from tenants.exchange.actions.claim import release
from tenants.exchange.actions.route import approve, decline, route
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import NewsClass, Side, State

Weight = Literal["primary", "secondary", "serious"]


@dataclass(frozen=True, slots=True)
class Doing:
    """One press of a button. edition_pk: the edition the page showed, None when it showed none."""

    submission_pk: int
    user: User
    at: datetime
    edition_pk: int | None = None

    @property
    def call(self) -> dict[str, Any]:
        """The arguments of the actions that take the user."""
        return {"submission_pk": self.submission_pk, "user": self.user, "at": self.at}

    @property
    def ledger_call(self) -> dict[str, Any]:
        """The arguments of the actions that take the actor."""
        return {"submission_pk": self.submission_pk, "actor": actor_of(self.user, Side.PORTAL), "at": self.at}


@dataclass(frozen=True, slots=True)
class DeskStep:
    """slug: in the address. offered: whether the button is shown; whether the step may happen, the action decides.

    act: the one call, given the press and the form's data. form, ask: what is asked, and the sentence over it, before
    the step is taken; None: it is taken at once. done: what is said afterwards. for_board: a board member's step.
    """

    slug: str
    label: Promise
    offered: Callable[[Submission, Staff], bool]
    act: Callable[..., Any]
    done: Promise
    form: type[forms.Form] | None = None
    ask: Promise | str = ""
    weight: Weight = "secondary"
    for_board: bool = False

    def may_take(self, staff: Staff) -> bool:
        """Whether the person's role lets them take this step at all."""
        return staff.sits_on_the_board if self.for_board else staff.works_the_desk


def _in(*states: State) -> Callable[[Submission, Staff], bool]:
    return lambda row, staff: staff.works_the_desk and row.state in states


def _held(row: Submission, staff: Staff) -> bool:
    return staff.works_the_desk and row.state == State.CLAIMED and row.claimed_by_id == staff.identity_pk


def _publishable(row: Submission, staff: Staff) -> bool:
    if row.state == State.CLAIMED:
        return _held(row, staff) and (row.news_class == NewsClass.NEWS or row.approved_by_id is not None)
    return _in(State.APPROVED, State.SCHEDULED)(row, staff)


def _schedulable(row: Submission, staff: Staff) -> bool:
    return _publishable(row, staff) and row.state != State.SCHEDULED


def _routable(row: Submission, staff: Staff) -> bool:
    return _held(row, staff) and row.news_class == NewsClass.PROFESSIONAL


def _for_my_room(row: Submission, staff: Staff) -> bool:
    return staff.sits_on_the_board and row.state == State.ROUTED and row.room_id in staff.rooms


def _taken_down_here(row: Submission, staff: Staff) -> bool:
    return staff.works_the_desk and row.state == State.TAKEN_DOWN and row.taken_down_by == Side.PORTAL


STEPS = (
    DeskStep(
        "nhan",
        _("Nhận xử lý"),
        _in(State.SUBMITTED),
        lambda doing: take_up(**doing.call),
        _("Thầy cô đã nhận bài. Bài tự trở lại hàng chờ sau 4 giờ nếu chưa xong."),
        weight="primary",
    ),
    DeskStep(
        "dang",
        _("Đăng"),
        _publishable,
        lambda doing: publish_post(**doing.call, edition_pk=doing.edition_pk),
        _("Bài đã đăng trong “Thông tin từ cơ sở” và đơn vị đã được báo."),
        weight="primary",
    ),
    DeskStep(
        "chuyen-phong",
        _("Chuyển phòng duyệt"),
        _routable,
        lambda doing, room: route(**doing.ledger_call, room=room),
        _("Bài đã chuyển phòng duyệt. Thành viên Ban Biên tập của phòng đã được báo."),
        form=RouteForm,
        ask=_("Bài chuyên môn, chính luận chỉ đăng sau khi thành viên Ban Biên tập của phòng duyệt."),
        weight="primary",
    ),
    DeskStep(
        "duyet",
        _("Duyệt"),
        _for_my_room,
        lambda doing, words: approve(**doing.ledger_call, words=words, edition_pk=doing.edition_pk),
        _("Thầy cô đã duyệt bài. Tổ kỹ thuật sẽ đăng."),
        form=ApproveForm,
        ask=_("Duyệt bài này để Tổ kỹ thuật đăng trên Cổng?"),
        weight="primary",
        for_board=True,
    ),
    DeskStep(
        "khong-duyet",
        _("Không duyệt"),
        _for_my_room,
        lambda doing, words: decline(**doing.ledger_call, words=words, edition_pk=doing.edition_pk),
        _("Đã báo Tổ kỹ thuật rằng phòng không duyệt bài."),
        form=DeclineForm,
        ask=_("Bài trở lại Tổ kỹ thuật cùng lời của thầy cô."),
        for_board=True,
    ),
    DeskStep(
        "hen-gio",
        _("Hẹn giờ"),
        _schedulable,
        lambda doing, publish_at: schedule_post(**doing.call, publish_at=publish_at, edition_pk=doing.edition_pk),
        _("Bài sẽ tự đăng đúng giờ đã hẹn."),
        form=ScheduleForm,
        ask=_("Bài tự đăng vào giờ thầy cô chọn, không cần ai bấm."),
    ),
    DeskStep(
        "nhan-lai",
        _("Nhận lại để xử lý"),
        _in(State.APPROVED, State.DECLINED, State.SCHEDULED),
        lambda doing: take_up(**doing.call),
        _("Thầy cô đã nhận lại bài. Ý kiến duyệt trước đây không còn hiệu lực."),
    ),
    DeskStep(
        "tra-lai",
        _("Trả lại để sửa"),
        _held,
        lambda doing, words: return_for_changes(**doing.call, words=words),
        _("Bài đã trả lại đơn vị cùng lời nhắn."),
        form=ChangesForm,
        ask=_("Bài vẫn còn trên trang của đơn vị. Đơn vị sửa rồi gửi lại; bản đăng đang soạn ở Cổng sẽ được bỏ."),
    ),
    DeskStep(
        "nha",
        _("Nhả bài"),
        _held,
        lambda doing: release(**doing.ledger_call),
        _("Bài đã trở lại hàng chờ."),
    ),
    DeskStep(
        "tu-choi",
        _("Từ chối"),
        _held,
        lambda doing, ground, words: refuse_submission(**doing.call, ground=ground, words=words),
        _("Bài đã bị từ chối và đơn vị đã được báo căn cứ, lý do."),
        form=RefusalForm,
        ask=_("Từ chối là bước cuối, không rút lại được. Nếu đơn vị có thể sửa, hãy chọn Trả lại để sửa."),
        weight="serious",
    ),
    DeskStep(
        "go",
        _("Gỡ bài"),
        _in(State.PUBLISHED),
        lambda doing, reason, words: take_down_copy(**doing.call, reason=reason, words=words),
        _("Bài đã gỡ khỏi Cổng. Trưởng Ban Biên tập và đơn vị đã được báo. Bấm Khôi phục nếu gỡ nhầm."),
        form=TakeDownForm,
        ask=_("Gỡ bài này khỏi Cổng? Bài biến mất ngay trên Cổng và trong tìm kiếm; bài gốc của đơn vị vẫn còn."),
        weight="serious",
    ),
    DeskStep(
        "khoi-phuc",
        _("Khôi phục"),
        _taken_down_here,
        lambda doing: restore_copy(**doing.call),
        _("Bài đã hiện lại trên Cổng."),
        weight="primary",
    ),
)


def steps_for(row: Submission, staff: Staff) -> list[DeskStep]:
    """Return the buttons of a submission for a person, in the order of the table."""
    return [step for step in STEPS if step.offered(row, staff)]

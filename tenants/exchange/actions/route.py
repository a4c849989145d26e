"""Professional and political posts: the desk routes them to a room, a board member of that room decides (QC Đ10.3)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.identity.models import Identity
from tenants.exchange.actions.claim import require_claim
from tenants.exchange.actor import Actor
from tenants.exchange.ledger import ExchangeError, locked, move, note
from tenants.exchange.models import Submission
from tenants.exchange.notices import tell_desk, tell_people
from tenants.exchange.states import NewsClass, State
from tenants.units.models import Membership, Role, Unit


@transaction.atomic
def set_class(*, submission_pk: int, news_class: NewsClass, actor: Actor, at: datetime) -> Submission:
    """Classify a claimed post as news or as professional-political."""
    submission = locked(submission_pk)
    require_claim(submission, actor)
    if submission.state != State.CLAIMED:
        raise ExchangeError(_("Chỉ phân loại được bài đang xử lý. Hãy nhận xử lý bài trước."))
    if submission.news_class != news_class:
        submission.news_class = news_class
        submission.save(update_fields=["news_class"])
        note(submission, verb="set_class", actor=actor, at=at, words=str(NewsClass(news_class).label))
    return submission


@transaction.atomic
def route(*, submission_pk: int, room: Unit, actor: Actor, at: datetime) -> Submission:
    """Pass a claimed post to the board members of a room of the Sở. Raise ExchangeError when the room has none."""
    members = board_members_of(room, receiver=submission_receiver(submission_pk))
    if not members:
        raise ExchangeError(
            _("%(room)s chưa có thành viên Ban Biên tập nên không duyệt bài được. Hãy chọn phòng khác.")
            % {"room": room.name}
        )
    submission = locked(submission_pk)
    require_claim(submission, actor)
    submission.news_class = NewsClass.PROFESSIONAL
    submission.room, submission.claim_expires_at = room, None
    move(submission, State.ROUTED, verb="route", actor=actor, at=at, words=room.name)
    tell_people(
        submission,
        members,
        _("Bài “%(title)s” chờ %(room)s duyệt.") % {"title": submission.title, "room": room.name},
        at=at,
    )
    return submission


@transaction.atomic
def approve(*, submission_pk: int, actor: Actor, at: datetime, words: str = "") -> Submission:
    """Approve a routed post as a board member of its room; the desk may publish it then."""
    submission = locked(submission_pk)
    _require_board_member(submission, actor)
    submission.approved_by = actor.identity
    move(submission, State.APPROVED, verb="approve", actor=actor, at=at, words=words.strip())
    tell_desk(
        submission, _("%(name)s đã duyệt bài “%(title)s”.") % {"name": actor.name, "title": submission.title}, at=at
    )
    return submission


@transaction.atomic
def decline(*, submission_pk: int, words: str, actor: Actor, at: datetime) -> Submission:
    """Decline a routed post with the reason; the desk takes it back and answers the sender."""
    if not words.strip():
        raise ExchangeError(_("Hãy viết lý do không duyệt để Tổ kỹ thuật trả lời đơn vị."))
    submission = locked(submission_pk)
    _require_board_member(submission, actor)
    submission.words = words.strip()
    move(submission, State.DECLINED, verb="decline", actor=actor, at=at, words=words.strip())
    tell_desk(
        submission,
        _("%(name)s không duyệt bài “%(title)s”: %(words)s")
        % {"name": actor.name, "title": submission.title, "words": submission.words},
        at=at,
    )
    return submission


def board_members_of(room: Unit, *, receiver: Unit) -> list[Identity]:
    """Return the open board members of a room. One query."""
    return list(
        Identity.objects.filter(
            memberships__unit=receiver,
            memberships__role=Role.BOARD_MEMBER,
            memberships__room=room,
            memberships__ended_at=None,
            is_locked=False,
        ).distinct()
    )


def submission_receiver(submission_pk: int) -> Unit:
    return Submission.objects.select_related("receiver").get(pk=submission_pk).receiver


def _require_board_member(submission: Submission, actor: Actor) -> None:
    is_member = (
        submission.room_id is not None
        and Membership.objects.filter(
            identity=actor.identity,
            unit=submission.receiver,
            role=Role.BOARD_MEMBER,
            room_id=submission.room_id,
            ended_at=None,
        ).exists()
    )
    if submission.state == State.ROUTED and not is_member:
        raise ExchangeError(_("Chỉ thành viên Ban Biên tập của phòng được giao mới duyệt được bài này."))

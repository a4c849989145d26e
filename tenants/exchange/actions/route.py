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
from tenants.exchange.states import EditionStatus, NewsClass, State
from tenants.units.models import Membership, Role, Unit


@transaction.atomic
def set_class(*, submission_pk: int, news_class: NewsClass, actor: Actor, at: datetime) -> Submission:
    """Classify a claimed post as news or as professional-political."""
    submission = locked(submission_pk)
    require_claim(submission, actor)
    if submission.state != State.CLAIMED:
        raise ExchangeError(_("Chỉ phân loại được bài đang xử lý. Hãy nhận xử lý bài trước."))
    if news_class == NewsClass.NEWS and was_declined(submission.sender_id, submission.page_id):
        raise ExchangeError(
            _("Ban Biên tập đã không duyệt bài này nên không chuyển thành tin tức được. Hãy chuyển phòng duyệt lại.")
        )
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
def approve(
    *, submission_pk: int, actor: Actor, at: datetime, words: str = "", edition_pk: int | None = None
) -> Submission:
    """Approve a routed post as a board member of its room; the desk may publish it then.

    edition_pk: the edition the member read; another one in hand refuses.
    """
    submission = locked(submission_pk)
    _require_board_member(submission, actor)
    _require_seen(submission, edition_pk)
    submission.approved_by = actor.identity
    move(submission, State.APPROVED, verb="approve", actor=actor, at=at, words=words.strip())
    tell_desk(
        submission, _("%(name)s đã duyệt bài “%(title)s”.") % {"name": actor.name, "title": submission.title}, at=at
    )
    return submission


@transaction.atomic
def decline(*, submission_pk: int, words: str, actor: Actor, at: datetime, edition_pk: int | None = None) -> Submission:
    """Decline a routed post with the reason; the desk takes it back and answers the sender."""
    if not words.strip():
        raise ExchangeError(_("Hãy viết lý do không duyệt để Tổ kỹ thuật trả lời đơn vị."))
    submission = locked(submission_pk)
    _require_board_member(submission, actor)
    _require_seen(submission, edition_pk)
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


def was_declined(sender_pk: int, page_id: int) -> bool:
    """Whether the board ever declined this post, in this row or an earlier one: it stays with the board. One query."""
    rows = Submission.objects.filter(sender=sender_pk, page_id=page_id)
    return rows.filter(events__verb__in=["decline", "decline_edition"]).exists()


def is_board_member(actor: Actor, *, room_id: int, receiver: Unit) -> bool:
    """Whether the actor decides for this room of the receiver today. One query."""
    seats = Membership.objects.filter(identity=actor.identity, unit=receiver, role=Role.BOARD_MEMBER, ended_at=None)
    return seats.filter(room_id=room_id).exists()


def _require_board_member(submission: Submission, actor: Actor) -> None:
    if submission.state != State.ROUTED:
        return  # the arrow refuses, and says who did what
    if submission.room_id is None or not is_board_member(
        actor, room_id=submission.room_id, receiver=submission.receiver
    ):
        raise ExchangeError(_("Chỉ thành viên Ban Biên tập của phòng được giao mới duyệt được bài này."))


def _require_seen(submission: Submission, edition_pk: int | None) -> None:
    """Refuse a decision about an edition that was replaced after the page was opened. None: no page was shown."""
    if edition_pk is not None and not submission.editions.filter(pk=edition_pk, status=EditionStatus.CURRENT).exists():
        raise ExchangeError(_("Đơn vị vừa gửi bản mới của bài này. Hãy xem bản mới trước khi quyết định."))

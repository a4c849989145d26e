"""A new edition of a published professional post goes through the board as the post itself did (QC Đ10.3).

The post stays published with the edition that was approved: these steps note, they do not move.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tenants.exchange.actions.route import board_members_of, is_board_member
from tenants.exchange.actor import Actor
from tenants.exchange.ledger import ExchangeError, locked, note
from tenants.exchange.models import Edition, Submission
from tenants.exchange.notices import tell_desk, tell_people, tell_unit
from tenants.exchange.states import EditionStatus, NewsClass, State
from tenants.units.models import Unit


@transaction.atomic
def route_edition(*, submission_pk: int, edition_pk: int | None, room: Unit, actor: Actor, at: datetime) -> Edition:
    """Pass a pending edition to the board members of a room. Raise ExchangeError when the room has none."""
    submission = locked(submission_pk)
    edition = pending_edition(submission, edition_pk)
    if not needs_board(submission):
        raise ExchangeError(_("Bản mới này không cần phòng duyệt. Hãy đăng hoặc giữ bản đang đăng."))
    members = board_members_of(room, receiver=submission.receiver)
    if not members:
        raise ExchangeError(
            _("%(room)s chưa có thành viên Ban Biên tập nên không duyệt bài được. Hãy chọn phòng khác.")
            % {"room": room.name}
        )
    edition.room, edition.approved_by = room, None
    edition.save(update_fields=["room", "approved_by"])
    note(submission, verb="route_edition", actor=actor, at=at, words=room.name)
    text = _("Bản mới của bài “%(title)s” chờ %(room)s duyệt.") % {"title": submission.title, "room": room.name}
    tell_people(submission, members, text, at=at)
    return edition


@transaction.atomic
def approve_edition(
    *, submission_pk: int, edition_pk: int | None, actor: Actor, at: datetime, words: str = ""
) -> Edition:
    """Approve a pending edition as a board member of its room; the desk may publish it then."""
    submission, edition = _for_decision(submission_pk, edition_pk, actor)
    edition.approved_by = actor.identity
    edition.save(update_fields=["approved_by"])
    note(submission, verb="approve_edition", actor=actor, at=at, words=words.strip())
    text = _("%(name)s đã duyệt bản mới của bài “%(title)s”.") % {"name": actor.name, "title": submission.title}
    tell_desk(submission, text, at=at)
    return edition


@transaction.atomic
def decline_edition(*, submission_pk: int, edition_pk: int | None, words: str, actor: Actor, at: datetime) -> Edition:
    """Decline a pending edition with the reason: it is left, the published one stays, and both sides read why."""
    words = words.strip()
    if not words:
        raise ExchangeError(_("Hãy viết lý do không duyệt để đơn vị biết phải sửa gì."))
    submission, edition = _for_decision(submission_pk, edition_pk, actor)
    edition.status = EditionStatus.SET_ASIDE
    edition.save(update_fields=["status"])
    note(submission, verb="decline_edition", actor=actor, at=at, words=words)
    text = _("%(name)s không duyệt bản mới của bài “%(title)s”: %(words)s") % {
        "name": actor.name,
        "title": submission.title,
        "words": words,
    }
    tell_desk(submission, text, at=at)
    tell_unit(submission, text, at=at)
    return edition


def pending_edition(submission: Submission, edition_pk: int | None) -> Edition:
    """Return the edition of a locked submission that waits, if it is the one the person looked at."""
    edition = submission.editions.filter(status=EditionStatus.PENDING).first()  # a constraint keeps it to one
    if edition is None or edition.pk != edition_pk:
        raise ExchangeError(_("Đơn vị đã gửi bản mới hơn hoặc bản này đã được xử lý. Hãy tải lại trang."))
    return edition


def needs_board(submission: Submission) -> bool:
    """Whether a pending edition of this submission becomes public only with a board member's approval."""
    was_public = submission.state in {State.PUBLISHED, State.TAKEN_DOWN}
    return was_public and submission.news_class == NewsClass.PROFESSIONAL


def _for_decision(submission_pk: int, edition_pk: int | None, actor: Actor) -> tuple[Submission, Edition]:
    submission = locked(submission_pk)
    edition = pending_edition(submission, edition_pk)
    if edition.room_id is None or edition.approved_by_id is not None:
        raise ExchangeError(_("Bản mới này không chờ phòng duyệt. Hãy tải lại trang để xem."))
    if not is_board_member(actor, room_id=edition.room_id, receiver=submission.receiver):
        raise ExchangeError(_("Chỉ thành viên Ban Biên tập của phòng được giao mới duyệt được bài này."))
    return submission, edition

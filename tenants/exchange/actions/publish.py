"""The ledger's side of publishing: sites.exchange makes the page, these steps record it in the same transaction."""

from datetime import datetime

from django.utils.translation import gettext as _

from tenants.exchange.actions.claim import require_claim
from tenants.exchange.actions.route_edition import needs_board
from tenants.exchange.actor import Actor
from tenants.exchange.ledger import ExchangeError, move, note, require_arrow
from tenants.exchange.models import Edition, Submission
from tenants.exchange.notices import tell_unit
from tenants.exchange.states import EditionStatus, NewsClass, State


def require_publishable(submission: Submission, *, actor: Actor, edition_pk: int | None) -> Edition:
    """Return the current edition of a locked submission that may be published now, or raise ExchangeError.

    edition_pk: the edition the desk looked at; a newer one refuses, so that nobody publishes what nobody read.
    """
    require_claim(submission, actor)
    require_arrow(submission, State.PUBLISHED)
    if submission.news_class == NewsClass.PROFESSIONAL and submission.approved_by_id is None:
        raise ExchangeError(
            _("Bài chuyên môn, chính luận phải được thành viên Ban Biên tập duyệt trước. Hãy chuyển phòng.")
        )
    edition = submission.editions.get(status=EditionStatus.CURRENT)
    if submission.editions.filter(status=EditionStatus.PENDING).exists():
        raise ExchangeError(_("Đơn vị vừa sửa bài gốc. Hãy nhận bản mới hoặc để lại bản mới rồi mới đăng."))
    if edition_pk is not None and edition.pk != edition_pk:
        raise ExchangeError(_("Đơn vị vừa gửi bản mới của bài này. Hãy xem bản mới trước khi đăng."))
    if not submission.sender.effect.listed:
        raise ExchangeError(_("Đơn vị gửi bài đang tạm dừng nên chưa đăng được bài của đơn vị."))
    return edition


def record_published(
    submission: Submission, *, edition: Edition, page_id: int, path: str, actor: Actor, at: datetime
) -> None:
    """Move to published, remember where the copy stands, and tell the unit with the link."""
    submission.portal_page_id, submission.portal_path, submission.published_at = page_id, path, at
    submission.claim_expires_at = submission.publish_at = None
    move(submission, State.PUBLISHED, verb="publish", actor=actor, at=at)
    edition.status = EditionStatus.ACCEPTED
    edition.save(update_fields=["status"])
    tell_unit(submission, _("Sở đã đăng bài “%(title)s”.") % {"title": submission.title}, at=at, link=path)


def record_scheduled(submission: Submission, *, publish_at: datetime, actor: Actor, at: datetime) -> None:
    """Move to scheduled; the worker publishes at `publish_at`."""
    if publish_at <= at:
        raise ExchangeError(_("Giờ hẹn đăng phải ở sau hiện tại. Hãy chọn giờ khác hoặc bấm Đăng."))
    submission.publish_at, submission.claim_expires_at = publish_at, None
    move(submission, State.SCHEDULED, verb="schedule", actor=actor, at=at, words=publish_at.isoformat())


def require_approved(submission: Submission, edition: Edition) -> None:
    """Raise ExchangeError when the board has not approved a pending edition of a published professional post."""
    if needs_board(submission) and edition.approved_by_id is None:
        raise ExchangeError(
            _("Bản mới của bài chuyên môn, chính luận phải được Ban Biên tập duyệt trước. Hãy chuyển phòng.")
        )


def record_accepted(submission: Submission, *, edition: Edition, actor: Actor, at: datetime) -> None:
    """Note that a pending edition replaced the published text."""
    if needs_board(submission):
        submission.approved_by, submission.room = edition.approved_by, edition.room
        submission.save(update_fields=["approved_by", "room"])
    submission.editions.filter(status=EditionStatus.ACCEPTED).update(status=EditionStatus.SET_ASIDE)
    edition.status = EditionStatus.ACCEPTED
    edition.save(update_fields=["status"])
    submission.title = edition.content["title"]
    submission.save(update_fields=["title"])
    if submission.state == State.TAKEN_DOWN:  # the unit shows a mended text again
        submission.taken_down_by = submission.take_down_reason = ""
        submission.taken_down_at = None
        move(submission, State.PUBLISHED, verb="accept_edition", actor=actor, at=at)
    else:
        note(submission, verb="accept_edition", actor=actor, at=at)
    tell_unit(submission, _("Sở đã cập nhật bài “%(title)s” theo bản mới.") % {"title": submission.title}, at=at)


def record_taken_over(submission: Submission, *, edition: Edition, actor: Actor, at: datetime) -> None:
    """Make a pending edition the one in hand, before publication."""
    submission.editions.filter(status=EditionStatus.CURRENT).update(status=EditionStatus.SET_ASIDE)
    edition.status = EditionStatus.CURRENT
    edition.save(update_fields=["status"])
    submission.title = edition.content["title"]
    submission.save(update_fields=["title"])
    note(submission, verb="accept_edition", actor=actor, at=at)


def record_set_aside(submission: Submission, *, edition: Edition, actor: Actor, at: datetime) -> None:
    """Note that the desk keeps its text and leaves the pending edition."""
    edition.status = EditionStatus.SET_ASIDE
    edition.save(update_fields=["status"])
    note(submission, verb="set_aside_edition", actor=actor, at=at)

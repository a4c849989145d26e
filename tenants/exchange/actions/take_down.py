"""The ledger's side of a take-down: sites.exchange hides the pages, these steps record it in the same transaction."""

from datetime import datetime

from django.utils.translation import gettext as _

from tenants.exchange.actor import Actor
from tenants.exchange.ledger import ExchangeError, move, note
from tenants.exchange.models import Submission
from tenants.exchange.notices import tell_board_head, tell_desk, tell_unit
from tenants.exchange.states import HIDING_REASONS, Side, State, TakeDownReason

WORDS_MIN = 10


def require_words(words: str) -> str:
    """Return the stripped reason in the person's words, or raise ExchangeError when it says too little."""
    words = words.strip()
    if len(words) < WORDS_MIN:
        raise ExchangeError(_("Hãy viết lý do gỡ bài, ít nhất %(count)d ký tự.") % {"count": WORDS_MIN})
    return words


def record_taken_down(
    submission: Submission, *, reason: TakeDownReason, words: str, actor: Actor, at: datetime
) -> None:
    """Move to taken_down and report to the head of the board (QC Đ10.4); the other side is told as well."""
    submission.taken_down_by, submission.take_down_reason, submission.taken_down_at = actor.side, reason, at
    move(submission, State.TAKEN_DOWN, verb="take_down", actor=actor, at=at, words=words)
    text = _("%(name)s đã gỡ bài “%(title)s”. Lý do: %(reason)s. %(words)s") % {
        "name": actor.name,
        "title": submission.title,
        "reason": TakeDownReason(reason).label,
        "words": words,
    }
    tell_board_head(submission, text, at=at)
    _tell_other_side(submission, text, actor=actor, at=at)


def record_source_gone(
    submission: Submission, *, reason: TakeDownReason, words: str, actor: Actor, at: datetime
) -> None:
    """Tell the desk and the head of the board that the source is gone but the copy stays: the desk decides."""
    if reason in HIDING_REASONS:
        raise ExchangeError(f"{reason} hides the copy; use record_taken_down")
    note(submission, verb="source_gone", actor=actor, at=at, words=words)
    text = _("%(unit)s đã gỡ bài gốc “%(title)s” (%(reason)s). Bài trên Cổng vẫn còn; hãy quyết định giữ hay gỡ.") % {
        "unit": submission.sender.name,
        "title": submission.title,
        "reason": TakeDownReason(reason).label,
    }
    tell_board_head(submission, text, at=at)
    tell_desk(submission, text, at=at)


def record_restored(submission: Submission, *, actor: Actor, at: datetime) -> None:
    """Move back to published. Only the side that took the post down may restore it."""
    if submission.state == State.TAKEN_DOWN and submission.taken_down_by != actor.side:
        who = Side(submission.taken_down_by).label
        raise ExchangeError(_("Bài này do %(who)s gỡ nên chỉ %(who)s khôi phục được.") % {"who": who})
    submission.taken_down_by = submission.take_down_reason = ""
    submission.taken_down_at = None
    move(submission, State.PUBLISHED, verb="restore", actor=actor, at=at)
    text = _("%(name)s đã khôi phục bài “%(title)s”.") % {"name": actor.name, "title": submission.title}
    tell_board_head(submission, text, at=at)
    _tell_other_side(submission, text, actor=actor, at=at)


def _tell_other_side(submission: Submission, text: str, *, actor: Actor, at: datetime) -> None:
    tell = tell_unit if actor.side == Side.PORTAL else tell_desk
    tell(submission, text, at=at)

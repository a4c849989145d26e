"""The desk's answers to a sender: return for changes, or refuse on one of the five grounds of QC Đ11."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tenants.exchange.actions.claim import require_claim
from tenants.exchange.actor import Actor
from tenants.exchange.ledger import ExchangeError, locked, move
from tenants.exchange.models import Submission
from tenants.exchange.notices import tell_unit
from tenants.exchange.states import RefusalGround, State

REQUEST_WORDS_MIN = 10
REFUSAL_WORDS_MIN = 20


@transaction.atomic
def request_changes(*, submission_pk: int, words: str, actor: Actor, at: datetime) -> Submission:
    """Return a claimed post with words that say what to change (at least REQUEST_WORDS_MIN characters)."""
    words = _worded(words, REQUEST_WORDS_MIN)
    submission = locked(submission_pk)
    require_claim(submission, actor)
    submission.words, submission.claim_expires_at = words, None
    move(submission, State.CHANGES_REQUESTED, verb="request_changes", actor=actor, at=at, words=words)
    tell_unit(
        submission,
        _("Sở trả lại bài “%(title)s” để sửa: %(words)s") % {"title": submission.title, "words": words},
        at=at,
    )
    return submission


@transaction.atomic
def refuse(*, submission_pk: int, ground: RefusalGround, words: str, actor: Actor, at: datetime) -> Submission:
    """Refuse a claimed post on a ground of QC Đ11 with at least REFUSAL_WORDS_MIN characters of reason. Final."""
    words = _worded(words, REFUSAL_WORDS_MIN)
    submission = locked(submission_pk)
    require_claim(submission, actor)
    submission.words, submission.refusal_ground, submission.claim_expires_at = words, ground, None
    move(submission, State.REFUSED, verb="refuse", actor=actor, at=at, words=words)
    tell_unit(
        submission,
        _("Sở không đăng bài “%(title)s”. Căn cứ: %(ground)s. %(words)s Bài vẫn giữ nguyên trên trang của đơn vị.")
        % {"title": submission.title, "ground": RefusalGround(ground).label, "words": words},
        at=at,
    )
    return submission


def _worded(words: str, minimum: int) -> str:
    words = words.strip()
    if len(words) < minimum:
        raise ExchangeError(
            _("Lời nhắn cần ít nhất %(count)d ký tự để đơn vị hiểu phải làm gì. Hãy viết rõ hơn.") % {"count": minimum}
        )
    return words

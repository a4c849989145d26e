from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tenants.exchange.actions.route import board_members_of
from tenants.exchange.actor import Actor
from tenants.exchange.ledger import locked, move
from tenants.exchange.models import Submission
from tenants.exchange.notices import tell_desk, tell_people
from tenants.exchange.states import State


@transaction.atomic
def recall(*, submission_pk: int, actor: Actor, at: datetime) -> Submission:
    """Withdraw a sent post before the Sở publishes it; the unit's own page stays. Final: sending again is a new row."""
    submission = locked(submission_pk)
    move(submission, State.RECALLED, verb="recall", actor=actor, at=at)
    text = _("%(unit)s đã rút bài “%(title)s”. Không cần làm gì thêm.")
    tell_desk(submission, text % {"unit": submission.sender.name, "title": submission.title}, at=at)
    return submission


# The steps back to a state from which a post may be withdrawn, for a source that is gone while the Sở works on it.
_WAY_BACK = {
    State.ROUTED: State.DECLINED,
    State.DECLINED: State.CLAIMED,
    State.APPROVED: State.CLAIMED,
    State.SCHEDULED: State.CLAIMED,
}


def withdraw(submission: Submission, *, words: str, actor: Actor, at: datetime) -> None:
    """Withdraw a locked submission whose source is gone, whatever step of the desk it is in; the desk is told, and the
    room that was asked."""
    asked = submission.room if submission.state == State.ROUTED else None
    while submission.state in _WAY_BACK:
        move(submission, _WAY_BACK[State(submission.state)], verb="source_gone", actor=actor, at=at, words=words)
    move(submission, State.RECALLED, verb="recall", actor=actor, at=at, words=words)
    text = _("Bài “%(title)s” của %(unit)s đã rút khỏi bàn biên tập: %(words)s") % {
        "title": submission.title,
        "unit": submission.sender.name,
        "words": words,
    }
    tell_desk(submission, text, at=at)
    if asked:
        tell_people(submission, board_members_of(asked, receiver=submission.receiver), text, at=at)

from datetime import datetime

from django.db import transaction

from tenants.exchange.actor import Actor
from tenants.exchange.ledger import locked, move
from tenants.exchange.models import Submission
from tenants.exchange.states import State


@transaction.atomic
def recall(*, submission_pk: int, actor: Actor, at: datetime) -> Submission:
    """Withdraw a sent post before the Sở publishes it; the unit's own page stays. Final: sending again is a new row."""
    submission = locked(submission_pk)
    move(submission, State.RECALLED, verb="recall", actor=actor, at=at)
    return submission


# The steps back to a state from which a post may be withdrawn, for a source that is gone while the Sở works on it.
_WAY_BACK = {
    State.ROUTED: State.DECLINED,
    State.DECLINED: State.CLAIMED,
    State.APPROVED: State.CLAIMED,
    State.SCHEDULED: State.CLAIMED,
}


def withdraw(submission: Submission, *, words: str, actor: Actor, at: datetime) -> None:
    """Withdraw a locked submission whose source is gone, whatever step of the desk it is in."""
    while submission.state in _WAY_BACK:
        move(submission, _WAY_BACK[State(submission.state)], verb="source_gone", actor=actor, at=at, words=words)
    move(submission, State.RECALLED, verb="recall", actor=actor, at=at, words=words)

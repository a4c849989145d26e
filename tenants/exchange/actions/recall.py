from datetime import datetime

from django.db import transaction

from tenants.exchange.actor import Actor
from tenants.exchange.ledger import locked, move
from tenants.exchange.models import Submission
from tenants.exchange.states import State


@transaction.atomic
def recall(*, submission_pk: int, actor: Actor, at: datetime) -> Submission:
    """Withdraw a sent post before the Sở publishes it; the unit's own page stays as it is. Final: sending again is new."""
    submission = locked(submission_pk)
    move(submission, State.RECALLED, verb="recall", actor=actor, at=at)
    return submission

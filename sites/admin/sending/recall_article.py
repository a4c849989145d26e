from datetime import datetime

from django.db import transaction

from core.accounts.models import User
from sites.exchange.discard_copy import discard_copy
from tenants.exchange.actions.recall import recall
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import Side


@transaction.atomic
def recall_article(*, submission_pk: int, user: User, at: datetime) -> Submission:
    """Withdraw a sent post of the active unit; the copy the desk had prepared, never public, goes with it.

    Raise ArrowError when the Sở is past the point of return.
    """
    submission = recall(submission_pk=submission_pk, actor=actor_of(user, Side.UNIT), at=at)
    discard_copy(submission)
    return submission

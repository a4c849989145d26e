from datetime import datetime

from django.db import transaction

from core.accounts.models import User
from sites.exchange.discard_copy import discard_copy
from tenants.exchange.actions import answer
from tenants.exchange.actor import actor_of
from tenants.exchange.models import Submission
from tenants.exchange.states import RefusalGround, Side


@transaction.atomic
def return_for_changes(*, submission_pk: int, words: str, user: User, at: datetime) -> Submission:
    """Return a claimed post to its unit with words. The copy made from this edition goes; the next gets its own."""
    submission = answer.request_changes(
        submission_pk=submission_pk, words=words, actor=actor_of(user, Side.PORTAL), at=at
    )
    discard_copy(submission)
    return submission


@transaction.atomic
def refuse_submission(*, submission_pk: int, ground: RefusalGround, words: str, user: User, at: datetime) -> Submission:
    """Refuse a claimed post for good on a ground of QC Đ11; its copy goes with it."""
    submission = answer.refuse(
        submission_pk=submission_pk, ground=ground, words=words, actor=actor_of(user, Side.PORTAL), at=at
    )
    discard_copy(submission)
    return submission

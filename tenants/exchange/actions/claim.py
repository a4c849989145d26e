from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from tenants.exchange.actor import Actor, the_clock
from tenants.exchange.ledger import ExchangeError, locked, move
from tenants.exchange.models import Submission
from tenants.exchange.states import Side, State

CLAIM_HOURS = 4


@transaction.atomic
def claim(*, submission_pk: int, actor: Actor, at: datetime) -> Submission:
    """Take a submission to work on it; it returns to the queue after CLAIM_HOURS (expire_claims).

    Also takes back a post that a room has answered or that waits for its hour. The sender sees when it was first seen.
    """
    submission = locked(submission_pk)
    submission.claimed_by = actor.identity
    submission.claim_expires_at = at + timedelta(hours=CLAIM_HOURS)
    submission.seen_at = submission.seen_at or at
    submission.publish_at = None
    submission.room = None
    submission.approved_by = None
    move(submission, State.CLAIMED, verb="claim", actor=actor, at=at)
    return submission


@transaction.atomic
def release(*, submission_pk: int, actor: Actor, at: datetime) -> Submission:
    """Put a claimed submission back into the queue for anyone at the desk."""
    submission = locked(submission_pk)
    require_claim(submission, actor)
    _free(submission, verb="release", actor=actor, at=at)
    return submission


@transaction.atomic
def expire_claims(*, at: datetime) -> int:
    """Free the claims whose time has passed; return how many. Run by the worker every minute."""
    due = Submission.objects.filter(state=State.CLAIMED, claim_expires_at__lte=at)
    rows = list(due.select_for_update(of=("self",), skip_locked=True))
    for submission in rows:
        _free(submission, verb="claim_expired", actor=the_clock(Side.PORTAL), at=at)
    return len(rows)


def require_claim(submission: Submission, actor: Actor) -> None:
    """Raise ExchangeError when somebody else is working on the submission."""
    if submission.state == State.CLAIMED and submission.claimed_by_id != (actor.identity and actor.identity.pk):
        raise ExchangeError(
            _("%(name)s đang xử lý bài này. Hãy chờ hoặc đề nghị người đó nhả bài.") % {"name": submission.claimed_by}
        )


def _free(submission: Submission, *, verb: str, actor: Actor, at: datetime) -> None:
    submission.claimed_by = None
    submission.claim_expires_at = None
    move(submission, State.SUBMITTED, verb=verb, actor=actor, at=at)

from datetime import datetime

from django.db import transaction

from core.accounts.models import User
from sites.exchange.publish_submission import prepare_copy
from sites.models import RepublishedPage
from tenants.exchange.actions.claim import claim
from tenants.exchange.actor import actor_of
from tenants.exchange.states import Side


@transaction.atomic
def take_up(*, submission_pk: int, user: User, at: datetime) -> RepublishedPage:
    """Claim a submission and make its unpublished copy, so that the editor sees the post as it will look.

    Runs in the portal's schema. Raise ArrowError when somebody else was first.
    """
    claim(submission_pk=submission_pk, actor=actor_of(user, Side.PORTAL), at=at)
    return prepare_copy(submission_pk=submission_pk, user=user, at=at)

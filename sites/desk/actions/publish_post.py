from datetime import datetime

from django.db import transaction

from core.accounts.models import User
from sites.admin.files_shown import page_obstacles
from sites.exchange.publish_submission import copy_of, publish_submission, schedule_submission
from sites.models import RepublishedPage
from tenants.exchange.ledger import ExchangeError
from tenants.exchange.models import Submission


@transaction.atomic
def publish_post(*, submission_pk: int, edition_pk: int | None, user: User, at: datetime) -> RepublishedPage:
    """Publish a submission, its copy as the desk left it. Runs in the portal's schema.

    edition_pk: the edition the editor looked at. Raise ExchangeError when the ledger, or a picture the desk added,
    forbids it.
    """
    _refuse_obstacles(submission_pk)
    return publish_submission(submission_pk=submission_pk, user=user, at=at, edition_pk=edition_pk)


@transaction.atomic
def schedule_post(
    *, submission_pk: int, publish_at: datetime, user: User, at: datetime, edition_pk: int | None = None
) -> Submission:
    """Publish a submission at a later hour; refused for the same reasons as publishing it now."""
    _refuse_obstacles(submission_pk)
    return schedule_submission(
        submission_pk=submission_pk, user=user, publish_at=publish_at, at=at, edition_pk=edition_pk
    )


def _refuse_obstacles(submission_pk: int) -> None:
    page = copy_of(Submission.objects.get(pk=submission_pk))
    if page and (obstacles := page_obstacles(page)):
        raise ExchangeError(" ".join(obstacles))

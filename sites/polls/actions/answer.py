import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.polls.models import Opinion, PollPage, PollState, Vote


class AnswerError(Exception):
    """Refusal to take an answer; the message is Vietnamese and fit to show to the citizen."""


@transaction.atomic
def answer_poll(*, page: PollPage, form_key: uuid.UUID, choice: str, opinion: str, at: datetime) -> None:
    """Count a choice, keep an opinion; a form sent twice counts once.

    choice: id of one of the page's choices, "" where it has none. opinion: plain text, may be "". Whether this browser
    has voted before is the view's to know. Raise AnswerError when the poll is not open at `at`.
    """
    today = timezone.localdate(at)
    if page.state_on(today) != PollState.OPEN:
        raise AnswerError(_("Thăm dò này không mở lúc này nên ý kiến chưa được nhận."))
    if choice:
        Vote.objects.get_or_create(form_key=form_key, defaults={"page": page, "choice": choice})
    if opinion:
        Opinion.objects.get_or_create(
            form_key=form_key, defaults={"page": page, "text": opinion, "received_date": today}
        )

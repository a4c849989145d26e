import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sites.questions.models import Question
from sites.questions.models.question import KEPT_AT_MOST, new_code
from tenants.units.due import remember_morning


@dataclass(frozen=True, slots=True)
class Asked:
    """A form that passed its checks. consent_words: what the asker ticked, "" when nothing personal was given."""

    form_key: uuid.UUID
    topic: str
    text: str
    asker_name: str
    contact: str
    consent_words: str
    shows_name: bool
    is_private: bool


@transaction.atomic
def receive_question(*, asked: Asked, at: datetime) -> Question:
    """Store a citizen's question in the active unit; a form sent twice gives the question it gave before."""
    erase_date = timezone.localdate(at + KEPT_AT_MOST)
    question, is_new = Question.objects.get_or_create(
        form_key=asked.form_key,
        defaults={
            "code": new_code(),
            "topic": asked.topic,
            "text": asked.text,
            "asker_name": asked.asker_name,
            "contact": asked.contact,
            "consent_words": asked.consent_words,
            "shows_name": asked.shows_name,
            "is_private": asked.is_private,
            "received_at": at,
            "erase_date": erase_date,
        },
    )
    if is_new and (asked.asker_name or asked.contact):
        remember_morning(day=erase_date)
    return question

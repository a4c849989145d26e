from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.accounts.models import User
from sites.questions.enums import QuestionState
from sites.questions.models import Question
from sites.questions.models.question import KEPT_AFTER_ANSWER
from sites.questions.tasks import mail_reply
from tenants.units.due import remember_morning

WORDS_MIN = 20


class ReplyError(Exception):
    """Refusal to reply; the message is Vietnamese and fit to show to the editor."""


@transaction.atomic
def answer_question(*, question_pk: int, room: str, reply: str, is_private: bool, user: User, at: datetime) -> Question:
    """Answer a question: the asker reads it under the code, and gets a mail when an address was given.

    room: who answers, as readers see it. reply: plain text, paragraphs apart by an empty line, at least 20 characters.
    is_private: never publish it, whatever the asker chose. Raise ReplyError when it has been replied to.
    """
    return _reply(question_pk, QuestionState.ANSWERED, user=user, at=at, room=room, reply=reply, is_private=is_private)


@transaction.atomic
def decline_question(*, question_pk: int, room: str, reason: str, user: User, at: datetime) -> Question:
    """Tell the asker why there will be no answer (out of scope, belongs elsewhere). Such a question stays unpublished.

    reason: at least 20 characters, read by the asker. Raise ReplyError when it has been replied to.
    """
    return _reply(question_pk, QuestionState.DECLINED, user=user, at=at, room=room, reply=reason)


def _reply(question_pk: int, state: QuestionState, *, user: User, at: datetime, **fields: object) -> Question:
    question = Question.objects.select_for_update(of=("self",)).get(pk=question_pk)
    if question.state != QuestionState.RECEIVED:
        raise ReplyError(_("Câu hỏi này đã được trả lời trước đó. Hãy mở lại trang để xem."))
    if len(str(fields["reply"])) < WORDS_MIN:
        raise ReplyError(_("Lời trả lời cần ít nhất %(count)d ký tự.") % {"count": WORDS_MIN})
    if question.is_private:
        fields.pop("is_private", None)  # the asker's wish stands
    for name, value in fields.items():
        setattr(question, name, value)
    question.state, question.replied_at = state, at
    _shorten_keeping(question, at)
    question.save()
    log(question, "questions.answer" if state == QuestionState.ANSWERED else "questions.decline", user=user)
    if "@" in question.contact:
        mail_reply.enqueue(question.pk)
    return question


def _shorten_keeping(question: Question, at: datetime) -> None:
    """Personal data is erased 90 days from now unless its day comes sooner."""
    day = timezone.localdate(at + KEPT_AFTER_ANSWER)
    if day < question.erase_date:
        question.erase_date = day
        remember_morning(day=day)

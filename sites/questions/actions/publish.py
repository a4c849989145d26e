from html import escape

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.accounts.models import User
from sites.questions.enums import QuestionState
from sites.questions.models import Question, QuestionPage, QuestionsPage


class PublishError(Exception):
    """Refusal to publish; the message is Vietnamese and fit to show to the editor."""


@transaction.atomic
def publish_question(*, question_pk: int, title: str, text: str, user: User) -> QuestionPage:
    """Make an answered question a page everybody may read.

    title: the question in one line. text: the question as published, without anything private. The asker's name goes
    along only when the asker agreed and it is not erased yet. Raise PublishError for a private, unanswered or published
    question, and where the section is missing or the user may not publish below it.
    """
    question = Question.objects.select_for_update(of=("self",)).select_related("page").get(pk=question_pk)
    _refuse_unfit(question)
    section = _section_for(user)
    page = QuestionPage(
        title=title,
        topic=question.topic,
        question=text,
        asker_name=question.asker_name if question.shows_name else "",
        room=question.room,
        received_date=timezone.localdate(question.received_at),
        answered_date=timezone.localdate(question.replied_at),
        body=_blocks(question.reply),
        live=False,
        owner=user,
    )
    page.clean()
    section.add_child(instance=page)
    page.save_revision(user=user).publish(user=user)
    question.page = page
    question.save(update_fields=["page"])
    log(question, "questions.publish", user=user)
    return page


def _refuse_unfit(question: Question) -> None:
    if question.is_private:
        raise PublishError(_("Câu hỏi này chỉ trả lời riêng nên không đăng được."))
    if question.state != QuestionState.ANSWERED:
        raise PublishError(_("Câu hỏi chưa có câu trả lời nên chưa đăng được. Hãy trả lời trước."))
    if question.page is not None:
        raise PublishError(_("Câu hỏi này đã có trang. Hãy mở trang đó để sửa hoặc đăng lại."))


def _section_for(user: User) -> QuestionsPage:
    section = QuestionsPage.objects.live().first()
    if section is None:
        raise PublishError(_("Trang của đơn vị chưa có mục Hỏi – Đáp. Hãy tạo mục này rồi đăng lại."))
    if not section.permissions_for_user(user).can_publish_subpage():
        raise PublishError(_("Vai trò của thầy cô chưa được đăng bài. Hãy nhờ người duyệt của đơn vị."))
    return section


def _blocks(reply: str) -> list[dict[str, str]]:
    """Return a paragraph block for each paragraph of plain text."""
    texts = (escape(part.strip()).replace("\n", "<br/>") for part in reply.split("\n\n"))
    return [{"type": "paragraph", "value": f"<p>{text}</p>"} for text in texts if text]

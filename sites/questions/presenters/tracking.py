import re

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.presenters.surroundings import Surroundings
from sites.questions.enums import QuestionState
from sites.questions.models import Question
from sites.questions.models.question import group_code
from sites.questions.presenters.answered import paragraphs
from sites.questions.viewdata import Step, TrackView


def present_tracking(code: str, *, is_new: bool, around: Surroundings) -> TrackView:
    """Return the page of the question with this code, however it is typed; never name or contact. One query."""
    action = reverse("sites:questions:track")
    if not code:
        return TrackView(action=action)
    question = question_of(code)
    if question is None:
        missing = _("Không có câu hỏi nào mang mã này ở trang của đơn vị. Bạn xem lại mã: ba nhóm, mỗi nhóm bốn chữ.")
        return TrackView(action=action, code=code, missing=missing)
    return TrackView(
        action=action,
        code=question.code,
        is_new=is_new,
        is_found=True,
        question=paragraphs(question.text),
        steps=_steps(question),
        waiting=_("Đơn vị chưa trả lời. Bạn giữ mã này và quay lại xem sau.")
        if question.state == QuestionState.RECEIVED
        else "",
        reply_title=_reply_title(question),
        reply=paragraphs(question.reply),
        public=_public(question, around),
        withdraw_url=reverse("sites:questions:withdraw") if question.has_personal_data else "",
        kept_until=question.erase_date if question.asker_name or question.contact else None,
    )


def question_of(code: str) -> Question | None:
    """Return the question with this code, typed in small letters or without its groups, too. One query."""
    stored = group_code(re.sub(r"[^A-Z0-9]", "", code.upper()))
    return Question.objects.select_related("page").filter(code=stored).first()


def _steps(question: Question) -> tuple[Step, ...]:
    received = Step(_("Đã nhận"), timezone.localtime(question.received_at).date())
    if question.replied_at is None:
        return (received, Step(_("Trả lời")))
    return (received, Step(question.get_state_display(), timezone.localtime(question.replied_at).date()))


def _reply_title(question: Question) -> str:
    if question.state == QuestionState.DECLINED:
        return _("Vì sao câu hỏi không được trả lời")
    return _("Trả lời của %(room)s") % {"room": question.room} if question.reply else ""


def _public(question: Question, around: Surroundings) -> Link | None:
    page = question.page
    if page is None or not page.live or around.menu.is_private(page.path):
        return None
    return Link(_("Câu trả lời này cũng đăng trên trang"), around.menu.address(page.url_path))

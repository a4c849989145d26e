from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.accounts.models import User
from sites.admin.page import admin_page, refused_page
from sites.admin.staff import account_of
from sites.frame import Link
from sites.questions.actions.publish import PublishError
from sites.questions.actions.reply import ReplyError
from sites.questions.admin.forms import AnswerForm, DeclineForm, PublishForm, StepForm, WithdrawForm
from sites.questions.enums import QuestionState
from sites.questions.models import Question, QuestionsPage
from sites.questions.permissions import may_handle
from sites.questions.presenters.answered import paragraphs
from tenants.units.context import current_unit


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one question with what may be done now; take a step when one was sent."""
    user = account_of(request)
    if not may_handle(user):
        return refused_page(request)
    asked = get_object_or_404(Question.objects.select_related("page"), pk=pk)
    forms = _offered(asked, user)
    if request.method == "POST":
        offered = forms.get(request.POST.get("step", ""))
        if offered is None:
            messages.warning(request, _("Câu hỏi đã được người khác xử lý. Đây là tình trạng mới nhất."))
            return redirect(request.path)
        form = type(offered)(request.POST, prefix=offered.name)
        if form.is_valid() and _is_done(form, asked, user):
            messages.success(request, str(form.done))
            return redirect(request.path)
        forms[form.name] = form
    return admin_page(
        request,
        "questions/question",
        title=_("Câu hỏi %(code)s") % {"code": asked.code},
        back=Link(_("Tất cả câu hỏi"), "../"),
        question=asked,
        asked=paragraphs(asked.text),
        reply=paragraphs(asked.reply),
        steps=list(forms.values()),
    )


def _offered(asked: Question, user: User) -> dict[str, StepForm]:
    """Return the forms of the steps that may be taken now, by name."""
    if asked.state == QuestionState.RECEIVED:
        first = {"room": current_unit().name}
        forms: list[StepForm] = [
            AnswerForm(initial=first, prefix="answer"),
            DeclineForm(initial=first, prefix="decline"),
        ]
    elif asked.state == QuestionState.ANSWERED and not asked.is_private and asked.page is None and _may_publish(user):
        forms = [PublishForm(initial={"text": asked.text}, prefix="publish")]
    else:
        forms = []
    if asked.has_personal_data:
        forms.append(WithdrawForm(prefix="withdraw"))
    return {form.name: form for form in forms}


def _may_publish(user: User) -> bool:
    section = QuestionsPage.objects.live().first()
    return section is not None and section.permissions_for_user(user).can_publish_subpage()


def _is_done(form: StepForm, asked: Question, user: User) -> bool:
    try:
        form.act(asked, user=user, at=timezone.now())
    except (ReplyError, PublishError) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True

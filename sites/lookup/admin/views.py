"""`tra-cuu/<pk>/ket-qua/`: read a list on trial, put it in place, delete results."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from core.frontend.formats import number
from core.spreadsheets.refusal import ListError
from sites.admin.page import admin_page, refused_page
from sites.admin.staff import account_of
from sites.frame import Link
from sites.lookup.actions.check_list import check_list
from sites.lookup.actions.put_in_place import PlaceError, put_in_place
from sites.lookup.actions.remove import remove_results
from sites.lookup.admin.forms import ListForm
from sites.lookup.loading.read import ListRead
from sites.lookup.models import Exam
from sites.lookup.permissions import may_keep
from sites.lookup.presenter import exam_address

PROBLEMS_SHOWN = 100
View = Callable[[HttpRequest, Exam], HttpResponseBase]


def for_keepers(view: View) -> Callable[[HttpRequest, int], HttpResponseBase]:
    """Let a view answer who keeps exams, with the exam; others read whom to ask."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: int) -> HttpResponseBase:
        if not may_keep(account_of(request)):
            return refused_page(request)
        return view(request, get_object_or_404(Exam, pk=pk))

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def results(request: HttpRequest, exam: Exam) -> HttpResponse:
    """GET: what answers readers, what waits, which file next. POST: read a file; nothing readers see is changed."""
    is_sent = request.method == "POST"
    form = ListForm(request.POST, request.FILES) if is_sent else ListForm(initial=_last_heads(exam))
    read = _read(form, exam, request) if is_sent and form.is_valid() else None
    if read and not read.problems:
        return redirect("exam_results", exam.pk)
    problems = read.problems if read else []
    return admin_page(
        request,
        "lookup/results",
        title=_("Kết quả: %(exam)s") % {"exam": exam.title},
        back=Link(_("Tra cứu kết quả thi"), reverse("exams:index")),
        status=422 if is_sent else 200,
        exam=exam,
        is_open=exam.opens_at <= timezone.now(),
        opens_at=timezone.localtime(exam.opens_at),
        address=exam_address(exam),
        form=form,
        problems=problems[:PROBLEMS_SHOWN],
        problem_count=len(problems),
    )


@require_POST
@for_keepers
def place(request: HttpRequest, exam: Exam) -> HttpResponse:
    """Let the list that was read on trial answer readers."""
    try:
        sheet = put_in_place(exam_pk=exam.pk, user=account_of(request), at=timezone.now())
    except PlaceError as refusal:
        messages.error(request, str(refusal))
    else:
        words = _("Đã đưa lên kết quả của %(count)s thí sinh. Bản trước đó đã được thay toàn bộ.")
        messages.success(request, words % {"count": number(sheet.rows)})
    return redirect("exam_results", exam.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def remove(request: HttpRequest, exam: Exam) -> HttpResponse:
    """Ask, then delete all results of the exam for good."""
    if request.method == "POST":
        remove_results(exam_pk=exam.pk, user=account_of(request), at=timezone.now())
        messages.success(request, _("Mọi kết quả của kỳ thi đã được xóa khỏi máy chủ."))
        return redirect("exam_results", exam.pk)
    return admin_page(
        request,
        "lookup/remove",
        title=_("Xóa kết quả: %(exam)s") % {"exam": exam.title},
        back=Link(_("Kết quả"), reverse("exam_results", args=[exam.pk])),
        exam=exam,
    )


def _read(form: ListForm, exam: Exam, request: HttpRequest) -> ListRead | None:
    """Return what was found, None with the reason at the file when it is no list of results."""
    file = form.cleaned_data["file"]
    try:
        return check_list(
            exam_pk=exam.pk,
            filename=file.name,
            content=file.read(),
            asked=form.asked(),
            user=account_of(request),
            at=timezone.now(),
        )
    except ListError as refusal:
        form.add_error("file", str(refusal))
        return None


def _last_heads(exam: Exam) -> dict[str, str]:
    last = exam.waiting or exam.loaded
    return {"number": last.number, "fact": last.fact} if last else {}

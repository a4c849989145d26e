"""The list of exams: those that open or have opened, the latest first."""

from datetime import datetime

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.formats import clock, short_date
from sites.lookup.models import Exam, ExamState, LookupPage
from sites.presenters.meta import page_meta
from sites.presenters.paging import PAGE_FIELD, Query, build_pager
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.viewdata.cards import Tag, Tone
from sites.viewdata.listing import EmptyState
from sites.viewdata.periods import PeriodRow, PeriodsView

PAGE_SIZE = 20
TONES: dict[ExamState, tuple[Tone, str]] = {
    ExamState.WAITING: ("warn", "clock"),
    ExamState.OPEN: ("ok", "check"),
    ExamState.NOT_LOADED: ("warn", "clock"),
    ExamState.REMOVED: ("neutral", "close"),
}


def present_lookup(page: LookupPage, around: Surroundings, fields: QueryDict) -> Presented:
    """Return one page of the list. Two queries. An exam whose results are gone is not in it."""
    query = Query.of(fields, (PAGE_FIELD,))
    listed = Exam.objects.exclude(results="", removed_at__isnull=False)
    pages = -(-listed.count() // PAGE_SIZE) or 1
    at = min(query.page(), pages)
    shown = listed[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]
    view = PeriodsView(
        title=page.title,
        intro=page.summary,
        rows=tuple(_row(exam, around.now) for exam in shown),
        feed_url="",
        empty=EmptyState(_("Chưa có kỳ thi nào để tra cứu. Khi có kết quả, kỳ thi hiện ở đây."), around.frame.nav[:3]),
        pager=build_pager(query, page=at, pages=pages),
    )
    return Presented("pages/periods.html", page_meta(page, around), view)


def exam_address(exam: Exam) -> str:
    """Return where readers look up the exam's results."""
    return reverse("lookup:exam", args=[exam.pk])


def _row(exam: Exam, now: datetime) -> PeriodRow:
    state = exam.state_at(now)
    tone, icon = TONES[state]
    return PeriodRow(exam.title, exam_address(exam), Tag(str(state.label), tone, icon), _note(exam, state), exam.source)


def _note(exam: Exam, state: ExamState) -> str:
    opens_at = timezone.localtime(exam.opens_at)
    words = {"time": clock(opens_at), "day": short_date(opens_at), "last": short_date(exam.removal_date)}
    if state == ExamState.WAITING:
        return _("Công bố lúc %(time)s ngày %(day)s") % words
    return _("Công bố lúc %(time)s ngày %(day)s, tra được đến hết ngày %(last)s") % words

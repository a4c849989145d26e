from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from core.accounts.models import User
from sites.lookup.actions.check_list import WAITS
from sites.lookup.actions.files import delete_later
from sites.lookup.models import Exam


@transaction.atomic
def remove_results(*, exam_pk: int, user: User | None, at: datetime) -> bool:
    """Delete an exam's rows for good, those of a waiting list, too; return whether readers had any.

    user: None for the clock. The exam itself stays, so that its page can say what happened.
    """
    exam = Exam.objects.select_for_update().get(pk=exam_pk)
    had_results = bool(exam.results)
    for name in (exam.results.name, exam.checked.name):
        delete_later(name)
    if had_results:
        exam.removed_at = at
        log(instance=exam, action="lookup.remove", user=user, data={"rows": exam.sheet["rows"]})
    exam.results, exam.sheet, exam.checked, exam.checked_sheet = "", {}, "", {}
    exam.save(update_fields=["results", "sheet", "checked", "checked_sheet", "removed_at"])
    return had_results


def remove_due_results(*, at: datetime) -> None:
    """Delete in the active unit what has been kept to the end of its last day, and lists that nobody put in place."""
    kept = Exam.objects.exclude(results="", checked="")
    for pk in kept.filter(removal_date__lt=timezone.localdate(at)).values_list("pk", flat=True):
        remove_results(exam_pk=pk, user=None, at=at)
    for exam in Exam.objects.filter(~Q(checked="")):
        if exam.waiting and exam.waiting.read_at <= at - WAITS:
            _drop_checked(exam.pk)


@transaction.atomic
def _drop_checked(exam_pk: int) -> None:
    exam = Exam.objects.select_for_update().get(pk=exam_pk)
    delete_later(exam.checked.name)
    exam.checked, exam.checked_sheet = "", {}
    exam.save(update_fields=["checked", "checked_sheet"])

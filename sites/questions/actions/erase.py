from datetime import date

from sites.questions.models import Question


def erase_personal_data(*, day: date) -> int:
    """Empty name and contact of the active unit's questions whose time is over; return of how many.

    The words of the question and of the consent stay. Run by the clock (sites.clock); safe to run twice.
    """
    due = Question.objects.filter(erase_date__lte=day).exclude(asker_name="", contact="")
    return due.update(asker_name="", contact="", shows_name=False)

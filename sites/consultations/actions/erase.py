from datetime import date

from sites.consultations.models import ReceivedComment


def erase_commenters(*, day: date) -> int:
    """Empty name and contact of the active unit's comments whose time is over; return of how many."""
    due = ReceivedComment.objects.filter(erase_date__lte=day).exclude(full_name="", contact="")
    return due.update(full_name="", contact="")

"""Who may open which page of the desk; on a unit that is not the portal every one of them answers 404."""

from django.http import Http404, HttpRequest

from sites.admin.page import only
from sites.admin.staff import staff_of
from sites.desk.queue import visible_to, with_names
from tenants.exchange.models import Submission

reader = only(lambda staff: staff.reads_the_desk or staff.sits_on_the_board, on_portal=True)
whole_desk = only(lambda staff: staff.reads_the_desk, on_portal=True)
editor = only(lambda staff: staff.works_the_desk, on_portal=True)


def submission_for(request: HttpRequest, pk: int) -> Submission:
    """Return a submission the person may see. Raise Http404 for any other, existing or not. One query."""
    rows = with_names(visible_to(staff_of(request))).select_related("approved_by", "previous", "receiver")
    submission = rows.filter(pk=pk).first()
    if submission is None:
        raise Http404
    return submission

"""The portal's copies of sent posts in Wagtail's screens: the ledger comes first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from sites.admin.page import refused_page
from sites.admin.staff import account_of, staff_of
from sites.desk.actions.publish_post import publish_post
from sites.models import RepublishedPage
from tenants.exchange.ledger import ExchangeError, locked
from tenants.exchange.models import Submission
from tenants.exchange.states import State
from tenants.units.context import current_unit

_TO_PUBLISH = frozenset({State.CLAIMED, State.APPROVED, State.SCHEDULED})


def is_copy(page: Page) -> bool:
    """Whether the page is the portal's copy of a unit's post."""
    return isinstance(page, RepublishedPage) and page.submission_uuid is not None


def submission_of_copy(page: RepublishedPage) -> Submission | None:
    """Return the ledger row of a copy. One query."""
    if page.submission_uuid is None:
        return None
    rows = Submission.objects.filter(uuid=page.submission_uuid, receiver=current_unit())
    return rows.select_related("claimed_by", "sender").first()


def publish_copy(request: HttpRequest, page: RepublishedPage) -> HttpResponse | None:
    """Route Wagtail's publish button through the ledger; None lets an edited copy that is public already pass."""
    submission = submission_of_copy(page)
    if submission is None or submission.state == State.PUBLISHED:
        return None
    if not staff_of(request).works_the_desk or submission.state not in _TO_PUBLISH:
        messages.error(request, _("Bài này chưa được nhận xử lý. Hãy mở bài ở Bàn biên tập và bấm Nhận xử lý trước."))
    else:
        try:
            publish_post(submission_pk=submission.pk, edition_pk=None, user=account_of(request), at=timezone.now())
        except ExchangeError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Bài đã đăng trong “Thông tin từ cơ sở” và đơn vị đã được báo."))
    return redirect("desk_post", submission.pk)


def before_edit_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Copies are the desk's; who opens one that a colleague holds is led to the desk's page, which says who."""
    if not is_copy(page):
        return None
    staff = staff_of(request)
    if not staff.works_the_desk:
        return refused_page(request, _("Bản đăng lại của đơn vị do Tổ kỹ thuật biên tập ở Bàn biên tập."))
    submission = submission_of_copy(page)
    if submission and request.method == "POST":
        locked(submission.pk)  # the row before its copy, which Wagtail is about to write (sites.exchange.hold)
    held = submission is not None and submission.state == State.CLAIMED
    if request.method == "GET" and submission and held and submission.claimed_by_id != staff.identity_pk:
        messages.warning(request, _("%(name)s đang xử lý bài này.") % {"name": submission.claimed_by})
        return redirect("desk_post", submission.pk)
    return None


def before_copying_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copy belongs to one row of the ledger: it cannot be duplicated."""
    if not is_copy(page.specific):
        return None
    messages.error(request, _("Bản đăng lại của đơn vị không nhân bản được. Hãy tạo bài mới nếu cần."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)

"""One sent post: source, copy, checks, timeline and the buttons that apply."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.admin.page import admin_page
from sites.admin.preflight import Check, preflight
from sites.admin.similar import similar_posts
from sites.admin.staff import Staff, staff_of
from sites.admin.timeline import standing_of, timeline_of
from sites.desk.differences import Difference, differences
from sites.desk.edition_steps import edition_steps_for
from sites.desk.source_view import SourceView, source_view
from sites.desk.steps import steps_for
from sites.desk.views.access import reader, submission_for
from sites.exchange.build_edition import EditionBuilder
from sites.exchange.build_page import canonical_address
from sites.exchange.publish_submission import copy_of
from sites.frame import Link
from sites.models import RepublishedPage
from tenants.exchange.edition import EditionContent
from tenants.exchange.models import Edition, Submission
from tenants.exchange.states import EditionStatus, NewsClass, State
from tenants.units.models import UnitSite

PREVIEWS = {"dien-thoai": 360, "may-tinh": 1280}
_OPEN_TO_EDIT = frozenset({State.CLAIMED, State.APPROVED, State.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Editions:
    """shown: what the page is about. before: the edition it replaced. pending: a newer one of a public post."""

    shown: Edition
    before: Edition | None
    pending: Edition | None


@reader
def desk_post(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Everything an editor needs to decide about one post."""
    staff = staff_of(request)
    submission = submission_for(request, pk)
    editions = _editions(submission)
    content = EditionContent.from_json(editions.shown.content)
    copy = copy_of(submission)
    preview = request.GET.get("xem", "dien-thoai")
    return admin_page(
        request,
        "desk/post",
        title=submission.title,
        back=Link(_("Bàn biên tập"), reverse("desk")),
        submission=submission,
        standing=standing_of(submission, has_new_edition=editions.pending is not None),
        edition=editions.shown,
        source=_source(submission, editions.shown, content),
        source_address=canonical_address(submission, UnitSite.objects.get(unit=submission.sender)),
        copy=copy,
        preview=preview if preview in PREVIEWS else "dien-thoai",
        may_edit_copy=_may_edit(staff, submission, copy),
        copy_differences=differences(content, EditionBuilder(copy).content()) if copy else [],
        edition_differences=_since(editions.before, editions.shown),
        pending=editions.pending,
        pending_differences=_since(editions.shown, editions.pending) if editions.pending else [],
        checks=[*preflight(content), *_similar(submission)],
        steps=steps_for(submission, staff),
        classes=NewsClass.choices,
        may_classify=submission.state == State.CLAIMED and submission.claimed_by_id == staff.identity_pk,
        edition_steps=edition_steps_for(submission, editions.pending, staff),
        timeline=timeline_of(submission),
        now=timezone.now(),
    )


def _editions(submission: Submission) -> Editions:
    """One query. After publication the shown edition is the one that is up."""
    rows = list(submission.editions.select_related("room", "approved_by").order_by("number"))
    by_status: dict[str, Edition] = {row.status: row for row in rows}
    shown = by_status.get(EditionStatus.CURRENT) or by_status.get(EditionStatus.ACCEPTED) or rows[-1]
    earlier = [row for row in rows if row.number < shown.number]
    return Editions(shown, earlier[-1] if earlier else None, by_status.get(EditionStatus.PENDING))


def _since(old: Edition | None, new: Edition | None) -> list[Difference]:
    if old is None or new is None:
        return []
    return differences(EditionContent.from_json(old.content), EditionContent.from_json(new.content))


def _source(submission: Submission, edition: Edition, content: EditionContent) -> SourceView:
    def file_url(sha256: str) -> str:
        return reverse("desk_file", args=[submission.pk, edition.number, sha256])

    return source_view(content, file_url=file_url)


def _may_edit(staff: Staff, submission: Submission, copy: RepublishedPage | None) -> bool:
    return staff.works_the_desk and copy is not None and submission.state in _OPEN_TO_EDIT


def _similar(submission: Submission) -> list[Check]:
    found: list[Any] = similar_posts(submission.title, sender=submission.sender)
    if not found:
        return []
    titles = ", ".join(f"“{entry.title}” ({entry.unit.name})" for entry in found)
    return [Check(_("Có %(count)d bài gần giống: %(titles)s.") % {"count": len(found), "titles": titles}, "warn")]

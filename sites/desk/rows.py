"""The lines of the queue: what an editor must see of a post before opening it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils.translation import gettext as _

from sites.admin.moments import span
from sites.admin.preflight import attention, preflight
from sites.admin.staff import Staff
from sites.admin.timeline import Standing, pending_keys, standing_of
from sites.desk.queue import level_names
from tenants.exchange.edition import EditionContent
from tenants.exchange.models import Edition, Submission
from tenants.exchange.states import EditionStatus, State

# Not in the regulation: what the desk promises itself, until the Sở's office may set it.
DUE_AFTER = timedelta(days=2)
DUE_SOON_AFTER = timedelta(days=1)
WAITING = frozenset({State.SUBMITTED, State.CLAIMED, State.ROUTED, State.APPROVED, State.DECLINED})
CHOOSABLE = frozenset({State.SUBMITTED, State.CLAIMED})


@dataclass(frozen=True, slots=True)
class QueueRow:
    """age: how long it has waited, or where it stands once it waits no more. flags: what needs a look, may be empty.

    may_claim, may_choose: whether the row has the button and the box for publishing several at once.
    """

    submission: Submission
    age: Standing
    place: str
    levels: str
    flags: tuple[str, ...]
    holder: str
    may_claim: bool
    may_choose: bool


def queue_rows(submissions: Iterable[Submission], *, staff: Staff, at: datetime) -> list[QueueRow]:
    """Return the lines of one page of the list. Three queries, however many rows."""
    rows = list(submissions)
    editions = _current_editions(rows)
    namesakes = _namesakes(rows)
    pending = pending_keys(rows)
    return [
        QueueRow(
            submission=row,
            age=_age(row, at=at) if row.state in WAITING else standing_of(row, has_new_edition=row.pk in pending),
            place=row.sender.commune.full_name if row.sender.commune else "",
            levels=level_names(row.sender),
            flags=_flags(editions.get(row.pk), namesakes.get(row.title, 0)),
            holder=row.claimed_by.full_name if row.claimed_by and row.state != State.SUBMITTED else "",
            may_claim=staff.works_the_desk and row.state == State.SUBMITTED,
            may_choose=staff.works_the_desk
            and row.state in CHOOSABLE
            and row.claimed_by_id in {None, staff.identity_pk},
        )
        for row in rows
    ]


def _age(row: Submission, *, at: datetime) -> Standing:
    waited = at - row.sent_at
    if waited >= DUE_AFTER:
        return Standing(_("quá hạn, đã chờ %(span)s") % {"span": span(waited)}, "bad")
    if waited >= DUE_SOON_AFTER:
        return Standing(_("sắp quá hạn, đã chờ %(span)s") % {"span": span(waited)}, "warn")
    return Standing(_("gửi %(span)s trước") % {"span": span(waited)})


def _current_editions(rows: list[Submission]) -> dict[int, EditionContent]:
    keys = [row.pk for row in rows if row.state in WAITING]
    found = Edition.objects.filter(submission_id__in=keys, status=EditionStatus.CURRENT)
    return {edition.submission_id: EditionContent.from_json(edition.content) for edition in found}


def _namesakes(rows: list[Submission]) -> dict[str, int]:
    """Return title → how many submissions to the same receiver bear it."""
    if not rows:
        return {}
    same = Submission.objects.filter(receiver=rows[0].receiver_id, title__in={row.title for row in rows})
    return dict(same.order_by().values_list("title").annotate(count=Count("pk")))


def _flags(content: EditionContent | None, namesakes: int) -> tuple[str, ...]:
    flags = [check.text for check in attention(preflight(content))] if content else []
    if namesakes > 1:
        flags.append(_("Trùng tiêu đề với %(count)d bài khác.") % {"count": namesakes - 1})
    return tuple(flags)

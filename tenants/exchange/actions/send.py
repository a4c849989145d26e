from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core.failpoints import reach
from tenants.exchange.actions.route import was_declined
from tenants.exchange.actor import Actor
from tenants.exchange.edition import EditionContent
from tenants.exchange.ledger import ExchangeError, locked, move, note
from tenants.exchange.models import Edition, Event, Submission
from tenants.exchange.notices import tell_desk
from tenants.exchange.states import FINAL, EditionStatus, NewsClass, State
from tenants.units.models import Unit

# Editions the desk has not published: a newer one that needs no comparison takes the place of both.
_UNANSWERED = (EditionStatus.CURRENT, EditionStatus.PENDING)


@dataclass(frozen=True, slots=True)
class Source:
    """The sent page: primary key and revision in the sender's schema, path on its site."""

    page_id: int
    path: str
    revision_id: int


@transaction.atomic
def send(
    *, unit: Unit, source: Source, content: EditionContent, news_class: NewsClass, actor: Actor, at: datetime
) -> Submission:
    """Write the ledger row and the edition of a post that is live on its unit's site. Sent twice: one row.

    The files of `content` are in the exchange store already. A returned post goes back into the queue with a new
    edition; after a refusal or a recall a new row starts, linked to the old. Raise ExchangeError when the unit may not.
    """
    if not unit.effect.may_send:
        raise ExchangeError(
            _("Đơn vị đang tạm dừng hoặc đã kết thúc nên không gửi bài được. Hãy gọi Tổ kỹ thuật của Sở.")
        )
    current = Submission.objects.filter(sender=unit, page_id=source.page_id).exclude(state__in=FINAL).first()
    if current is None:
        try:
            with transaction.atomic():
                current = _open_row(unit, source, content, news_class, actor=actor, at=at)
        except IntegrityError:  # the second click of two
            return Submission.objects.exclude(state__in=FINAL).get(sender=unit, page_id=source.page_id)
        add_edition(current, content=content, revision_id=source.revision_id, status=EditionStatus.CURRENT, at=at)
        tell_desk(current, _("%(unit)s gửi bài “%(title)s”.") % {"unit": unit.name, "title": current.title}, at=at)
        reach("send.ledger_written")
        return current
    submission = locked(current.pk)
    if submission.state == State.CHANGES_REQUESTED:
        submission.news_class = _class_for(unit, source, news_class)
        submission.title, submission.path, submission.sent_at, submission.words = content.title, source.path, at, ""
        move(submission, State.SUBMITTED, verb="send", actor=actor, at=at)
        submission.editions.filter(status__in=_UNANSWERED).update(status=EditionStatus.SET_ASIDE)
        add_edition(submission, content=content, revision_id=source.revision_id, status=EditionStatus.CURRENT, at=at)
        tell_desk(
            submission,
            _("%(unit)s đã sửa và gửi lại bài “%(title)s”.") % {"unit": unit.name, "title": content.title},
            at=at,
        )
        reach("send.ledger_written")
    return submission


@transaction.atomic
def send_new_edition(
    *, submission_pk: int, content: EditionContent, revision_id: int, actor: Actor, at: datetime
) -> Edition | None:
    """Record that a sent post changed at its source. In the queue the new edition takes the old one's place; once the
    desk has the post in hand, or has published it, the new edition waits as a difference.

    Also one whose unit took it down and shows it again with another text: its copy stays hidden until then.
    Return None when nothing readers see changed, and for a returned post: its unit sends it again when it is ready.
    """
    submission = locked(submission_pk)
    latest = submission.editions.exclude(status=EditionStatus.SET_ASIDE).order_by("-number").first()
    if submission.state == State.CHANGES_REQUESTED or (latest and EditionContent.from_json(latest.content) == content):
        return None
    status = EditionStatus.CURRENT if submission.state == State.SUBMITTED else EditionStatus.PENDING
    replaced = _UNANSWERED if status == EditionStatus.CURRENT else (status,)
    submission.editions.filter(status__in=replaced).update(status=EditionStatus.SET_ASIDE)
    edition = add_edition(submission, content=content, revision_id=revision_id, status=status, at=at)
    note(submission, verb="new_edition", actor=actor, at=at)
    if status == EditionStatus.CURRENT:
        submission.title = content.title
        submission.save(update_fields=["title"])
        return edition
    tell_desk(
        submission,
        _("%(unit)s đã sửa bài gốc “%(title)s”. Bản mới chờ Tổ kỹ thuật xem.")
        % {"unit": submission.sender.name, "title": submission.title},
        at=at,
    )
    return edition


def add_edition(
    submission: Submission, *, content: EditionContent, revision_id: int, status: EditionStatus, at: datetime
) -> Edition:
    """Add the next edition with the unit's name, kind and commune of this moment."""
    last = submission.editions.order_by("-number").values_list("number", flat=True).first() or 0
    unit = submission.sender
    return Edition.objects.create(
        submission=submission,
        number=last + 1,
        status=status,
        content=content.to_json(),
        source_revision_id=revision_id,
        unit_name=unit.name,
        unit_kind=unit.kind_id,
        unit_levels=unit.levels,
        commune_code=unit.commune_id or "",
        commune_name=unit.commune.full_name if unit.commune else "",
        created_at=at,
    )


def _open_row(
    unit: Unit, source: Source, content: EditionContent, news_class: NewsClass, *, actor: Actor, at: datetime
) -> Submission:
    previous = Submission.objects.filter(sender=unit, page_id=source.page_id).order_by("-pk").first()
    submission = Submission.objects.create(
        sender=unit,
        receiver=receiver_of(unit),
        page_id=source.page_id,
        path=source.path,
        title=content.title,
        news_class=_class_for(unit, source, news_class),
        previous=previous,
        sent_at=at,
        changed_at=at,
        sent_by=actor.identity,
    )
    Event.objects.create(
        submission=submission,
        at=at,
        verb="send",
        to_state=State.SUBMITTED,
        side=actor.side,
        actor=actor.identity,
        actor_name=actor.name,
    )
    return submission


def _class_for(unit: Unit, source: Source, chosen: NewsClass) -> NewsClass:
    """What the board declined once does not come back as plain news, whatever the unit chooses."""
    return NewsClass.PROFESSIONAL if was_declined(unit.pk, source.page_id) else chosen


def receiver_of(unit: Unit) -> Unit:
    """Return who receives the unit's posts: today the Sở for everybody, so that a step between can be added here."""
    return Unit.objects.get(site__is_portal=True)

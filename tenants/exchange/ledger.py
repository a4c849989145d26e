"""The one place that changes a submission's state: it locks the row, checks the arrow and writes the event."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tenants.exchange.actor import Actor
from tenants.exchange.models import Event, Submission
from tenants.exchange.states import ARROWS, State


class ExchangeError(Exception):
    """Refusal of a step; the message is Vietnamese and fit to show to the person who tried."""


class ArrowError(ExchangeError):
    """The row is no longer in a state from which this step leads; the message says who did what in the meantime."""


def locked(pk: int) -> Submission:
    """Return the submission under its row lock. A step takes it after the unit's page and before the portal's copy."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a ledger row is locked inside a transaction only")
    Submission.objects.select_for_update().only("pk").get(pk=pk)
    # A second query: what is joined to a row one has waited for is as old as the wait, a suspended sender still active.
    return Submission.objects.select_related("sender", "receiver", "claimed_by").get(pk=pk)


def require_arrow(submission: Submission, to: State) -> None:
    """Raise ArrowError, saying who did what, when a locked submission cannot be moved to `to` from where it is."""
    if to not in ARROWS[State(submission.state)]:
        raise ArrowError(_what_happened(submission))


def move(submission: Submission, to: State, *, verb: str, actor: Actor, at: datetime, words: str = "") -> Event:
    """Move a locked submission along an arrow and write the event. The caller saves other columns with `save()` after.

    Raise ArrowError when the table of states has no such arrow.
    """
    require_arrow(submission, to)
    event = Event(
        submission=submission,
        at=at,
        verb=verb,
        from_state=submission.state,
        to_state=to,
        side=actor.side,
        actor=actor.identity,
        actor_name=actor.name,
        words=words,
    )
    submission.state = to
    submission.changed_at = at
    submission.save()
    event.save()
    return event


def note(submission: Submission, *, verb: str, actor: Actor, at: datetime, words: str = "") -> Event:
    """Write an event that leaves the state as it is (a new edition, a changed class)."""
    return Event.objects.create(
        submission=submission,
        at=at,
        verb=verb,
        from_state=submission.state,
        to_state=submission.state,
        side=actor.side,
        actor=actor.identity,
        actor_name=actor.name,
        words=words,
    )


def _what_happened(submission: Submission) -> str:
    last = submission.events.order_by("-at", "-pk").first()
    state = submission.get_state_display()
    if last is None:
        return _("Bài này đang ở bước “%(state)s” nên không làm được việc vừa chọn. Hãy tải lại trang.") % {
            "state": state
        }
    return _("%(name)s đã chuyển bài này sang “%(state)s” lúc %(time)s. Hãy tải lại trang để xem.") % {
        "name": last.actor_name,
        "state": state,
        "time": date_format(timezone.localtime(last.at), "G:i d/m/Y"),
    }

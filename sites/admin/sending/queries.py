"""Reads of the ledger for the unit that sent."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from tenants.exchange.models import Event, Submission
from tenants.exchange.states import FINAL, State
from tenants.units.context import current_unit

# QC Đ9.3: each unit sends at least one post a month.
MONTHLY_MINIMUM = 1


def sent_by_unit() -> QuerySet[Submission]:
    """Return the active unit's submissions, newest first."""
    return Submission.objects.filter(sender=current_unit()).select_related("room", "sender").order_by("-sent_at", "-pk")


def submissions_of(page_id: int) -> list[Submission]:
    """Return all submissions of one page, newest first. One query."""
    return list(sent_by_unit().filter(page_id=page_id))


def open_submission(page_id: int) -> Submission | None:
    """Return the page's unfinished submission, or None. One query."""
    return sent_by_unit().filter(page_id=page_id).exclude(state__in=FINAL).first()


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many posts the unit sent in a month, and how many of its posts the Sở published in it and still shows.

    days_left: 0 on the last day.
    """

    month: date
    sent: int
    published: int
    last_day: date
    days_left: int

    @property
    def is_met(self) -> bool:
        return self.sent >= MONTHLY_MINIMUM


def month_count(*, at: datetime) -> MonthCount:
    """Return the active unit's count for the month of `at`. One query.

    A post counts once, in the month it was first sent: mended and sent again it earns no second month and loses none.
    A recalled post counts no more.
    """
    today = timezone.localtime(at).date()
    first = today.replace(day=1)
    last = today.replace(day=monthrange(today.year, today.month)[1])
    start = timezone.make_aware(datetime.combine(first, time.min))
    end = timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
    rows = Submission.objects.filter(sender=current_unit())
    sendings = Event.objects.filter(submission__in=rows, verb="send", from_state="", at__gte=start, at__lt=end)
    counts = rows.aggregate(
        sent=Count("page_id", distinct=True, filter=Q(pk__in=sendings.values("submission")) & ~Q(state=State.RECALLED)),
        published=Count("pk", filter=Q(state=State.PUBLISHED, published_at__gte=start, published_at__lt=end)),
    )
    return MonthCount(month=first, last_day=last, days_left=(last - today).days, **counts)

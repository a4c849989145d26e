"""How the work behind the pages stands: the task queue, and the outbox that feeds the search index."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django_tasks_db.models import DBTaskResult, get_date_max

from core.tasks.models import Attempt
from tenants.registry.models import DeadRow, OutboxRow

DEAD_SHOWN = 100
# Work that waits longer than this means that no worker runs, or too few.
LATE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Lane:
    """One queue. oldest: since when its oldest task could have run, None when nothing waits."""

    name: str
    waiting: int
    later: int
    running: int
    dead: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Outbox:
    """What the search index has yet to hear, and what it refuses. retried: rows that failed at least once."""

    rows: int
    retried: int
    dead: int
    oldest: datetime | None
    last_error: str


def lanes(*, at: datetime) -> list[Lane]:
    """Return the queues that hold work, by name. One query."""
    ready = Q(status="READY", attempt__is_dead=False)
    at_once = Q(run_after=get_date_max())  # how django-tasks says that no hour was asked for
    due = ready & (at_once | Q(run_after__lte=at))
    rows = (
        DBTaskResult.objects.filter(Q(status__in=["READY", "RUNNING"]) | Q(attempt__is_dead=True))
        .values("queue_name")
        .order_by("queue_name")
        .annotate(
            waiting=Count("pk", filter=due),
            later=Count("pk", filter=ready & Q(run_after__gt=at) & ~at_once),
            running=Count("pk", filter=Q(status="RUNNING")),
            dead=Count("pk", filter=Q(attempt__is_dead=True)),
            enqueued=Min("enqueued_at", filter=due & at_once),
            planned=Min("run_after", filter=due & ~at_once),
        )
    )
    return [
        Lane(
            row["queue_name"], row["waiting"], row["later"], row["running"], row["dead"],
            min((moment for moment in (row["enqueued"], row["planned"]) if moment), default=None),
        )
        for row in rows
    ]  # fmt: skip


def dead_tasks() -> list[Attempt]:
    """Return the tasks that gave up, newest first, with their queue's rows. One query."""
    dead = Attempt.objects.filter(is_dead=True).select_related("task").order_by("-task__finished_at", "-pk")
    return list(dead[:DEAD_SHOWN])


def outbox() -> Outbox:
    """Three queries."""
    failed = OutboxRow.objects.exclude(last_error="")
    figures = OutboxRow.objects.aggregate(
        rows=Count("pk"), retried=Count("pk", filter=Q(attempts__gt=0)), oldest=Min("created_at")
    )
    last_error = failed.order_by("-pk").values_list("last_error", flat=True).first() or ""
    return Outbox(dead=DeadRow.objects.count(), last_error=last_error, **figures)

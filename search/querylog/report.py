"""What people look for, for editors: questions that several asked, never a single one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, Collate
from django.utils import timezone

from search.querylog.models import AskedQuery, Hits

# Rows as dicts, see `lines`; annotated names are beyond what the type checker knows of Django.
Rows = QuerySet[Any, Any]
# A question asked less often may be one reader's own, a pupil's name for example.
LEAST_TIMES = 3
MOST_LINES = 5_000


@dataclass(frozen=True, slots=True)
class ReportLine:
    """text: a spelling with marks where anybody typed them. times: asked in all. zero: of them without a hit."""

    text: str
    times: int
    zero: int
    days: int


def top_queries(*, days: int, at: datetime) -> Rows:
    """Return the questions of the last `days` days most asked first. One query."""
    return _grouped(days, at).order_by("-asked", "folded")


def zero_queries(*, days: int, at: datetime) -> Rows:
    """Return those that mostly found nothing, most often in vain first. One query."""
    return _grouped(days, at).filter(zero__gte=LEAST_TIMES, zero__gt=F("asked") / 2).order_by("-zero", "folded")


def lines(rows: Iterable[Any]) -> Iterator[ReportLine]:
    """Yield the rows of a report as they are shown."""
    return (ReportLine(row["spelled"], row["asked"], row["zero"], row["different_days"]) for row in rows)


def _grouped(days: int, at: datetime) -> Rows:
    since = timezone.localdate(at) - timedelta(days=days - 1)
    grouped: Rows = AskedQuery.objects.filter(day__gte=since).values("folded")
    return grouped.annotate(
        # In the order of bytes a letter with a mark comes after every plain one.
        spelled=Max(Collate("text", "C")),
        asked=Sum("times"),
        zero=Coalesce(Sum("times", filter=Q(hits=Hits.NONE)), 0),
        different_days=Count("day", distinct=True),
    ).filter(asked__gte=LEAST_TIMES)

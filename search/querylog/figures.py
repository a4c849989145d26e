from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from search.querylog.models import AskedQuery, Hits


@dataclass(frozen=True, slots=True)
class Figures:
    """asked: questions. zero_share: of them that found nothing, 0–1. p50, p95: ms of the search, rounded up."""

    asked: int = 0
    zero_share: float = 0.0
    p50: int = 0
    p95: int = 0

    @property
    def zero_percent(self) -> int:
        return round(self.zero_share * 100)


def figures(since: date) -> Figures:
    """Return how the questions asked on the day `since` and later were answered. One query."""
    rows = AskedQuery.objects.filter(day__gte=since).values_list("milliseconds", "hits")
    counted = list(rows.annotate(sum=Sum("times")).order_by("milliseconds"))
    asked = sum(times for _ms, _hits, times in counted)
    if not asked:
        return Figures()
    zero = sum(times for _ms, hits, times in counted if hits == Hits.NONE)
    return Figures(asked, zero / asked, _percentile(counted, asked * 0.5), _percentile(counted, asked * 0.95))


def _percentile(counted: list[tuple[int, int, int]], wanted: float) -> int:
    reached = 0
    for milliseconds, _hits, times in counted:
        reached += times
        if reached >= wanted:
            return milliseconds
    return counted[-1][0]

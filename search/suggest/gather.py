"""Which questions many asked, counted from the log: what is offered to everybody must not be one reader's own."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, F, Max, Q, Sum
from django.db.models.functions import Coalesce, Collate
from django.utils import timezone

from search.querylog.models import AskedQuery, Hits
from search.querylog.report import Rows
from search.suggest.models import FrequentQuery
from search.suggest.spelling.model import Spelling, load_spelling
from search.suggest.spelling.words import WORD

# Nobody knows how many people asked; one person rarely asks so often, and on so many days.
LEAST_TIMES, LEAST_DAYS = 20, 3
DAYS = 30
# A long question is somebody's own.
LONGEST = 60
# Of a few questions a unit's readers ask, the first ones; of the network's, as many as memory is glad to hold.
MOST = 5_000


@transaction.atomic
def gather_frequent(*, at: datetime) -> int:
    """Count anew what many asked in the last DAYS days and found; return how many questions. Two queries and a write.

    Only words of our own published texts are repeated to others: nobody can put words into the Sở's mouth.
    """
    spelling = load_spelling()
    since = timezone.localdate(at) - timedelta(days=DAYS)
    asked = AskedQuery.objects.filter(day__gte=since)
    scopes = (asked.filter(is_network=True).values("folded"), asked.filter(is_network=False).values("folded", "unit"))
    questions = [
        FrequentQuery(unit_id=row.get("unit"), text=row["spelled"], folded=row["folded"], times=row["asked"])
        for rows in scopes
        for row in _many(rows)[:MOST]
        if spelling is not None and is_clean(row["folded"], spelling)
    ]
    FrequentQuery.objects.all().delete()
    FrequentQuery.objects.bulk_create(questions)
    return len(questions)


def is_clean(folded: str, spelling: Spelling) -> bool:
    """Tell whether published texts hold every word."""
    return len(folded) <= LONGEST and all(word in spelling.by_folded for word in WORD.findall(folded))


def _many(rows: Rows) -> Rows:
    counted = rows.annotate(
        spelled=Max(Collate("text", "C")),  # with marks rather than without
        asked=Sum("times"),
        zero=Coalesce(Sum("times", filter=Q(hits=Hits.NONE)), 0),
        different_days=Count("day", distinct=True),
    )
    return counted.filter(asked__gte=LEAST_TIMES, different_days__gte=LEAST_DAYS, asked__gt=F("zero") * 5).order_by(
        "-asked"
    )

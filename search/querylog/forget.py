from datetime import datetime, timedelta

from django.utils import timezone

from search.querylog.models import AskedQuery

KEPT_DAYS = 90


def forget_old(*, at: datetime) -> int:
    """Delete what was asked more than KEPT_DAYS ago; return how many lines."""
    last_kept = timezone.localdate(at) - timedelta(days=KEPT_DAYS)
    return AskedQuery.objects.filter(day__lt=last_kept).delete()[0]

import hashlib
from datetime import datetime

import orjson
from django.utils import timezone

from sites.disclosures.models import DisclosureYearPage
from tenants.units.due import remember_morning


def note_days(*, page: DisclosureYearPage, at: datetime) -> None:
    """Note on which day each public part of a published year took the form it has. One query.

    A part published again unchanged keeps its day. The clock comes by when the year falls due: the page then says so.
    """
    today = timezone.localdate(at)
    days = {}
    for standing in page.standings:
        if not standing.is_public:
            continue
        printed = hashlib.sha256(orjson.dumps(standing.value, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]
        known = page.part_days.get(standing.part.key)
        same = known is not None and known["print"] == printed
        days[standing.part.key] = known if same else {"day": today.isoformat(), "print": printed}
    page.part_days = days
    DisclosureYearPage.objects.filter(pk=page.pk).update(part_days=days)
    if page.due_date > today:
        remember_morning(day=page.due_date)

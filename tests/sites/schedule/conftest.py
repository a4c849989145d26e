"""A week of the portal as its office writes it."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from sites.schedule.models import ScheduleEntry, ScheduleWeek, Session
from tenants.units.context import use_site
from tenants.units.models import UnitSite

MONDAY = date(2026, 11, 23)
WriteWeek = Callable[..., ScheduleWeek]


def entry(content: str, **fields: Any) -> ScheduleEntry:
    values = {"weekday": 0, "session": Session.MORNING, "starts_at": time(8), "place": "Phòng họp A", **fields}
    return ScheduleEntry(content=content, **values)


@pytest.fixture
def write_week(portal: UnitSite) -> WriteWeek:
    """Return a function: entries → the published week of the portal's site (23–29/11/2026 unless told)."""

    def write(*entries: ScheduleEntry, monday: date = MONDAY, live: bool = True, note: str = "") -> ScheduleWeek:
        with use_site(portal):
            week = ScheduleWeek(monday=monday, live=False, note=note)
            week.entries = list(entries)
            week.save()
            revision = week.save_revision()
            if live:
                revision.publish()
            return ScheduleWeek.objects.get(pk=week.pk)

    return write

"""The demo's working schedule: weeks around the day the demo is made, one of them corrected after publication."""

import tomllib
from datetime import date, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from infra.demo.texts import CONTENT
from sites.schedule.models import ScheduleEntry, ScheduleWeek, Session, monday_of

_SESSIONS = {"all_day": Session.ALL_DAY, "morning": Session.MORNING, "afternoon": Session.AFTERNOON}
_WORDS = ("chair", "participants", "place", "prepared_by")


@transaction.atomic
def add_schedule() -> None:
    """Publish the weeks in the active unit."""
    this_monday = monday_of(timezone.localdate())
    written = tomllib.loads((CONTENT / "portal" / "schedule.toml").read_text(encoding="utf-8"))
    for row in written["week"]:
        _add_week(row, this_monday + timedelta(days=7 * row["week"]))


def _add_week(row: dict[str, Any], monday: date) -> None:
    week = ScheduleWeek(monday=monday, note=row.get("note", ""), live=False)
    week.entries = [_entry(one) for one in row["entries"]]
    week.save()
    week.save_revision().publish(log_action=False)
    if changes := row.get("changes"):
        again = ScheduleWeek.objects.get(pk=week.pk).get_latest_revision_as_object()
        entries = {entry.content: entry for entry in again.entries.all()}
        for change in changes:
            _change(entries, change)
        again.entries = list(entries.values())
        again.save_revision().publish(log_action=False)


def _change(entries: dict[str, ScheduleEntry], change: dict[str, Any]) -> None:
    entry = entries.get(change["content"])
    if entry is None:
        entries[change["content"]] = _entry(change)
        return
    entry.place = change.get("place", entry.place)
    if "time" in change:
        entry.starts_at, entry.ends_at = _times(change["time"])


def _entry(row: dict[str, Any]) -> ScheduleEntry:
    starts_at, ends_at = _times(row.get("time", ""))
    entry = ScheduleEntry(
        weekday=row["day"],
        starts_at=starts_at,
        ends_at=ends_at,
        content=row["content"],
        **{name: row.get(name, "") for name in _WORDS},
    )
    entry.session = _SESSIONS.get(row.get("session", ""))  # type: ignore[assignment]  # clean() takes it from the time
    entry.clean()
    return entry


def _times(text: str) -> tuple[time | None, time | None]:
    start, _dash, end = text.partition("-")
    return _time(start), _time(end)


def _time(text: str) -> time | None:
    return time.fromisoformat(text.zfill(5)) if text else None

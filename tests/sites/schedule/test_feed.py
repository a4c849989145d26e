"""The schedule in readers' own calendars."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar, Event
from wagtail.models import Page, PageViewRestriction

from sites.schedule.models import SchedulePage, ScheduleWeek, Session
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.schedule.conftest import WriteWeek, entry

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
FEED = "/lich-cong-tac/lich.ics"


def events(client: Client) -> list[Event]:
    answer = client.get(FEED)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).events)


def test_calendar_has_each_entry_at_its_time(write_week: WriteWeek, visitor: Visitor) -> None:
    write_week(
        entry("Họp giao ban", ends_at=time(9, 30), chair="Giám đốc, Phó Giám đốc; Chánh Văn phòng"),
        entry("Tiếp công dân", weekday=1, session=Session.AFTERNOON, starts_at=None),
    )
    first, second = events(visitor("so-gddt"))
    assert first.start == datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    assert first.end == datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
    assert first["LOCATION"] == "Phòng họp A"
    assert first["DESCRIPTION"] == "Chủ trì: Giám đốc, Phó Giám đốc; Chánh Văn phòng"
    assert second["SUMMARY"] == "Chiều: Tiếp công dân"
    assert second.start.isoformat() == "2026-11-24"


def test_entry_keeps_its_uid_and_counts_its_changes(write_week: WriteWeek, visitor: Visitor, portal: UnitSite) -> None:
    week = write_week(entry("Họp giao ban"))
    (before,) = events(visitor("so-gddt"))
    with use_site(portal):
        again = ScheduleWeek.objects.get(pk=week.pk).get_latest_revision_as_object()
        moved = again.entries.get()
        moved.place = "Hội trường"
        again.entries = [moved]
        again.save_revision().publish()
    (after,) = events(visitor("so-gddt"))
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["LOCATION"] == "Hội trường"


def test_calendar_leaves_out_drafts_and_costs_two_queries_more(write_week: WriteWeek, visitor: Visitor) -> None:
    write_week(entry("Họp kín"), live=False)
    client = visitor("so-gddt")
    assert events(client) == []
    with CaptureQueriesContext(connection) as queries:
        client.get(FEED)
    assert len(queries) <= 5


def test_calendar_of_a_private_schedule_is_not_there(write_week: WriteWeek, visitor: Visitor, portal: UnitSite) -> None:
    write_week(entry("Họp giao ban"))
    with use_site(portal):
        page = Page.objects.get(pk=SchedulePage.objects.get().pk)
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert visitor("so-gddt").get(FEED).status_code == 404


@pytest.mark.parametrize("path", ["/tin-tuc-su-kien/lich.ics", "/khong-co/lich.ics"])
def test_only_the_schedule_has_a_calendar(path: str, visitor: Visitor) -> None:
    assert visitor("so-gddt").get(path).status_code == 404


def test_school_without_a_schedule_has_no_calendar(visitor: Visitor) -> None:
    assert visitor("th-an-binh").get(FEED).status_code == 404

"""What readers see of a week: its days, its changes after publication, the way to other weeks."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sites.schedule.models import ScheduleWeek, Session, monday_of
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.schedule.conftest import MONDAY, WriteWeek, entry

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
WEEK = f"/lich-cong-tac/?tuan={MONDAY.isoformat()}"


def text_of(client: Client, address: str = WEEK) -> str:
    return client.get(address).text.replace("\xa0", " ")


def revise(portal: UnitSite, week: ScheduleWeek, change: Callable[[ScheduleWeek], None]) -> None:
    with use_site(portal):
        again = ScheduleWeek.objects.get(pk=week.pk).get_latest_revision_as_object()
        change(again)
        again.save_revision().publish()


def test_week_shows_its_days_in_order(write_week: WriteWeek, visitor: Visitor) -> None:
    write_week(
        entry("Họp xét thi đua", weekday=2, session=Session.AFTERNOON, starts_at=time(14)),
        entry("Họp giao ban", ends_at=time(9, 30), chair="Giám đốc", prepared_by="Văn phòng"),
        entry("Tập huấn", weekday=2, session=Session.ALL_DAY, starts_at=None),
        note="Lịch này thay giấy mời.",
    )
    text = text_of(visitor("so-gddt"))
    assert "Tuần 48, từ 23/11 đến 29/11/2026" in text
    assert "8:00–9:30" in text
    assert "Chuẩn bị: Văn phòng" in text
    assert text.index("Họp giao ban") < text.index("Tập huấn") < text.index("Họp xét thi đua")
    assert "Lịch này thay giấy mời." in text
    assert "Thay đổi sau khi đăng" not in text


def test_draft_week_is_not_public(write_week: WriteWeek, visitor: Visitor) -> None:
    write_week(entry("Họp kín"), live=False)
    assert "Họp kín" not in text_of(visitor("so-gddt"))


def test_change_after_publication_is_told(write_week: WriteWeek, visitor: Visitor, portal: UnitSite) -> None:
    week = write_week(entry("Họp giao ban"), entry("Làm việc với xã Khe Sanh", weekday=3))

    def change(again: ScheduleWeek) -> None:
        first, second = again.entries.all()
        first.place, first.starts_at = "Hội trường", time(9)
        again.entries = [first, entry("Tiếp công dân", weekday=4)]
        assert second.content == "Làm việc với xã Khe Sanh"

    revise(portal, week, change)
    text = text_of(visitor("so-gddt"))
    assert "giờ bắt đầu trước là 8:00; địa điểm trước là “Phòng họp A”" in text
    assert "bỏ “Làm việc với xã Khe Sanh”, sáng thứ Năm, 8:00." in text
    assert "thêm “Tiếp công dân”, sáng thứ Sáu, 8:00." in text
    assert "Đã sửa" in text


def test_saving_a_draft_of_a_published_week_changes_nothing_for_readers(
    write_week: WriteWeek, visitor: Visitor, portal: UnitSite
) -> None:
    week = write_week(entry("Họp giao ban"))
    with use_site(portal):
        again = ScheduleWeek.objects.get(pk=week.pk).get_latest_revision_as_object()
        again.entries = [entry("Nội dung đang viết dở")]
        again.save_revision()
    text = text_of(visitor("so-gddt"))
    assert "Họp giao ban" in text
    assert "đang viết dở" not in text


def test_publishing_again_without_a_change_tells_nothing(
    write_week: WriteWeek, visitor: Visitor, portal: UnitSite
) -> None:
    week = write_week(entry("Họp giao ban"))
    revise(portal, week, lambda again: None)
    with use_site(portal):
        assert ScheduleWeek.objects.get(pk=week.pk).changes == []


def test_schedule_opens_at_this_week_and_marks_today(write_week: WriteWeek, visitor: Visitor) -> None:
    today = timezone.localdate()
    write_week(entry("Việc hôm nay", weekday=today.weekday()), monday=monday_of(today))
    text = text_of(visitor("so-gddt"), "/lich-cong-tac/")
    assert 'id="hom-nay"' in text
    assert "Hôm nay" in text
    assert "Tuần này" not in text


def test_empty_week_leads_to_the_nearest_ones(write_week: WriteWeek, visitor: Visitor) -> None:
    write_week(entry("Họp"), monday=MONDAY)
    text = text_of(visitor("so-gddt"), f"/lich-cong-tac/?tuan={MONDAY + timedelta(days=30)}")
    assert "Tuần này chưa có lịch công tác." in text
    assert f'href="/lich-cong-tac/?tuan={MONDAY}"' in text
    assert "noindex" in text


@pytest.mark.parametrize("asked", ["khong-phai-ngay", "2026-13-40", "0001-01-01", "9999-12-31", ""])
def test_strange_week_is_answered_with_this_week(asked: str, visitor: Visitor) -> None:
    answer = visitor("so-gddt").get("/lich-cong-tac/", {"tuan": asked})
    assert answer.status_code == 200
    assert f"Tuần {timezone.localdate().isocalendar().week}," in answer.text


@pytest.mark.parametrize("size", [0, 1, 60])
def test_week_costs_the_same_however_long(size: int, write_week: WriteWeek, visitor: Visitor) -> None:
    write_week(*(entry(f"Việc {number}", weekday=number % 7) for number in range(size)))
    client = visitor("so-gddt")
    client.get(WEEK)
    with CaptureQueriesContext(connection) as queries:
        client.get(WEEK)
    assert len(queries) <= 8


def test_week_of_another_unit_stays_there(write_week: WriteWeek, visitor: Visitor, an_binh: UnitSite) -> None:
    write_week(entry("Họp giao ban"))
    with use_site(an_binh):
        assert not ScheduleWeek.objects.exists()


def test_wednesday_leads_to_its_week(write_week: WriteWeek, visitor: Visitor) -> None:
    write_week(entry("Họp giao ban"))
    assert "Họp giao ban" in text_of(visitor("so-gddt"), f"/lich-cong-tac/?tuan={date(2026, 11, 25)}")

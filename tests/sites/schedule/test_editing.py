"""How a week is written: form, copy of the last one, and who may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sites.roles import GRANTS
from sites.schedule.models import ScheduleEntry, ScheduleWeek, Session, monday_of
from tenants.units.context import use_site
from tenants.units.models import Role, UnitSite
from tests.sites.schedule.conftest import MONDAY, WriteWeek, entry

pytestmark = pytest.mark.django_db
LogIn = Callable[..., Client]
LIST = "/quan-tri/lich-cong-tac/"
COPY = f"{LIST}chep-tuan/"
ADD = f"{LIST}them-viec/"
KHOA = "khoa@so.example"


def week_form(*entries: dict[str, Any], monday: str = "2026-11-25", **fields: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "monday": monday,
        "note": "",
        "entries-TOTAL_FORMS": len(entries),
        "entries-INITIAL_FORMS": 0,
        "entries-MIN_NUM_FORMS": 0,
        "entries-MAX_NUM_FORMS": 1000,
    }
    for number, values in enumerate(entries):
        data |= {f"entries-{number}-{name}": value for name, value in values.items()}
    return data | fields


MEETING = {"weekday": 0, "session": "", "starts_at": "07:30", "content": "Họp  giao ban"}


def test_form_takes_any_day_for_its_week_and_the_half_from_the_time(portal: UnitSite, log_in: LogIn) -> None:
    data = week_form(MEETING, **{"action-publish": "1"})
    assert log_in(KHOA).post(f"{LIST}add/", data).status_code == 302
    with use_site(portal):
        week = ScheduleWeek.objects.get()
        assert (week.monday, week.live) == (MONDAY, True)
        assert [(one.session, one.content) for one in week.entries.all()] == [(1, "Họp giao ban")]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"content": ""}, "Bạn chưa điền mục này."),
        ({"starts_at": "14:00", "session": 1}, "14:00 là buổi chiều"),
        ({"starts_at": "", "session": ""}, "Hãy chọn buổi hoặc ghi giờ bắt đầu."),
        ({"ends_at": "07:00"}, "Giờ kết thúc phải sau giờ bắt đầu"),
        ({"starts_at": "", "session": 1, "ends_at": "07:00"}, "chưa có giờ bắt đầu"),
    ],
)
def test_form_says_what_is_wrong(changed: dict[str, Any], words: str, portal: UnitSite, log_in: LogIn) -> None:
    answer = log_in(KHOA).post(f"{LIST}add/", week_form(MEETING | changed, **{"action-publish": "1"}))
    assert words in answer.text
    with use_site(portal):
        assert not ScheduleWeek.objects.exists()


def test_form_refuses_a_second_schedule_for_a_week(write_week: WriteWeek, log_in: LogIn) -> None:
    write_week(entry("Họp"))
    answer = log_in(KHOA).post(f"{LIST}add/", week_form(MEETING, monday="2026-11-29"))
    assert "Tuần này đã có lịch." in answer.text


def test_week_begins_on_a_monday_in_the_database(portal: UnitSite) -> None:
    with use_site(portal), pytest.raises(IntegrityError), transaction.atomic():
        ScheduleWeek.objects.create(monday=MONDAY + timedelta(days=1))


def test_entry_refuses_a_half_that_contradicts_its_time() -> None:
    with pytest.raises(ValidationError, match="là buổi sáng"):
        entry("Họp", session=2).clean()


def test_copied_week_is_a_draft_with_new_entries(write_week: WriteWeek, portal: UnitSite, log_in: LogIn) -> None:
    source = write_week(entry("Họp giao ban"), entry("Tiếp công dân", weekday=3), note="Ghi chú")
    client = log_in(KHOA)
    assert "Tuần 48" in client.get(COPY).text
    answer = client.post(COPY, {"source": source.pk, "monday": "2026-12-02"}, follow=True)
    assert "Đã chép vào bản nháp của Tuần 49" in answer.text
    with use_site(portal):
        week = ScheduleWeek.objects.get(monday=MONDAY + timedelta(days=7))
        draft = week.get_latest_revision_as_object()
        assert (week.live, draft.note) == (False, "Ghi chú")
        assert [one.content for one in draft.entries.all()] == ["Họp giao ban", "Tiếp công dân"]
        uids = set(ScheduleEntry.objects.values_list("uid", flat=True))
        assert len(uids) == ScheduleEntry.objects.count() == 4


def test_copy_refuses_a_week_that_has_a_schedule(write_week: WriteWeek, log_in: LogIn) -> None:
    source = write_week(entry("Họp giao ban"))
    answer = log_in(KHOA).post(COPY, {"source": source.pk, "monday": "2026-11-24"})
    assert "Tuần 48, từ 23/11 đến 29/11/2026 đã có lịch." in answer.text


def test_copy_without_any_week_says_so(log_in: LogIn) -> None:
    assert "Chưa có tuần nào để chép." in log_in(KHOA).post(COPY, {"source": "", "monday": "2026-11-24"}).text


WORK = {"day": "2026-11-25", "starts_at": "14:00", "content": "Tiếp công dân", "place": "Phòng tiếp dân"}


def test_one_piece_of_work_starts_its_week_as_a_draft(portal: UnitSite, log_in: LogIn) -> None:
    answer = log_in(KHOA).post(ADD, WORK, follow=True)
    assert "Đã ghi nháp “Tiếp công dân”, Thứ Tư, 25/11/2026." in answer.text
    with use_site(portal):
        week = ScheduleWeek.objects.get()
        one = week.get_latest_revision_as_object().entries.get()
        assert (week.monday, week.live, one.weekday, one.session) == (MONDAY, False, 2, Session.AFTERNOON)


def test_one_piece_of_work_joins_a_published_week_and_is_told(
    write_week: WriteWeek, portal: UnitSite, log_in: LogIn
) -> None:
    week = write_week(entry("Họp giao ban"))
    log_in(KHOA).post(ADD, WORK | {"publish": "1"})
    with use_site(portal):
        week = ScheduleWeek.objects.get(pk=week.pk)
        assert week.entries.count() == 2
        assert [(change["kind"], change["entry"]["content"]) for change in week.changes] == [("added", "Tiếp công dân")]


def test_short_form_says_what_is_wrong_and_keeps_the_rest(log_in: LogIn) -> None:
    answer = log_in(KHOA).post(ADD, WORK | {"content": "", "starts_at": ""})
    assert "Chưa ghi nội dung công việc." in answer.text
    assert "Hãy chọn buổi hoặc ghi giờ bắt đầu." in answer.text
    assert 'value="Phòng tiếp dân"' in answer.text


def test_form_offers_the_next_week_without_a_schedule(write_week: WriteWeek, log_in: LogIn) -> None:
    this_week = monday_of(timezone.localdate())
    write_week(entry("Họp"), monday=this_week)
    text = log_in(KHOA).get(f"{LIST}add/").text
    assert f'value="{(this_week + timedelta(days=7)):%d/%m/%Y}"' in text


# Role → verbs on weeks. On the portal the schedule is the Office's (QC Đ9.1); elsewhere whoever publishes posts.
MAY = {
    Role.AUTHOR: set(),
    Role.EDITOR: {"view", "add", "change"},
    Role.APPROVER: {"view", "add", "change", "publish", "delete"},
    Role.ADMINISTRATOR: {"view", "add", "change", "publish", "delete"},
    Role.DESK: set(),
    Role.BOARD_MEMBER: set(),
    Role.BOARD_HEAD: {"view", "add", "change", "publish", "delete"},
    Role.OFFICE: {"view", "add", "change", "publish", "delete"},
}


@pytest.mark.parametrize("role", list(Role))
def test_role_may_do_this_with_weeks(role: Role, portal: UnitSite) -> None:
    named = {name for name in GRANTS[role].lists if name.startswith("cms_schedule.")}
    assert named == {f"cms_schedule.{verb}_scheduleweek" for verb in MAY[role]}
    with use_site(portal):
        kept = Group.objects.get(name=role).permissions.filter(content_type__app_label="cms_schedule")
        assert set(kept.values_list("codename", flat=True)) == {f"{verb}_scheduleweek" for verb in MAY[role]}


def test_desk_reads_whom_to_ask(log_in: LogIn) -> None:
    client = log_in("dung@so.example")
    assert client.get(COPY).status_code == 403
    assert LIST not in client.get("/quan-tri/").text


def test_school_without_a_schedule_has_no_menu_entry(log_in: LogIn) -> None:
    client = log_in("minh@anbinh.example")
    assert LIST not in client.get("/quan-tri/").text
    assert client.get(COPY).status_code == 404


def test_list_leads_to_each_week(write_week: WriteWeek, log_in: LogIn) -> None:
    week = write_week(entry("Họp giao ban"))
    assert f'href="{LIST}edit/{week.pk}/"' in log_in(KHOA).get(LIST).text


def test_week_list_costs_the_same_for_many_weeks(write_week: WriteWeek, portal: UnitSite, log_in: LogIn) -> None:
    client = log_in(KHOA)
    client.get(LIST)
    costs = []
    for weeks in (40, 200):
        with use_site(portal):
            first = ScheduleWeek.objects.count()
            ScheduleWeek.objects.bulk_create(
                ScheduleWeek(monday=MONDAY - timedelta(days=7 * number)) for number in range(first, first + weeks)
            )
        with CaptureQueriesContext(connection) as queries:
            text = client.get(LIST).text
        costs.append(len(queries))
    assert "Chép tuần trước" in text
    assert "Nhập từ Excel" in text
    assert costs[1] <= costs[0] + 2 <= 27  # the version of the register is asked now and then

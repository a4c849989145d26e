"""A week from an office's workbook: usual shapes are read, unclear rows named, and then nothing is written."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from core.spreadsheets.refusal import ListError
from sites.schedule.importing.cells import CellError, read_times, read_weekday
from sites.schedule.importing.read import read_week
from sites.schedule.models import ScheduleWeek, Session, monday_of
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.schedule.conftest import MONDAY, WriteWeek, entry

HEAD = ["Thứ, ngày", "Buổi", "Thời gian", "Nội dung công việc", "Chủ trì", "Thành phần", "Địa điểm"]
IMPORT = "/quan-tri/lich-cong-tac/nhap-tep/"
KHOA = "khoa@so.example"


def book(*lines: list[Any], merge: tuple[str, ...] = ()) -> bytes:
    workbook = Workbook()
    for line in lines:
        workbook.active.append(line)
    for cells in merge:
        workbook.active.merge_cells(cells)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def file(content: bytes, name: str = "lich.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_days_merged_over_rows_are_read() -> None:
    content = book(
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"],
        ["LỊCH CÔNG TÁC TUẦN 48"],
        HEAD,
        ["Thứ Hai\n23/11/2026", "Sáng", "7h30", "Chào cờ, họp giao ban", "Giám đốc", "Toàn cơ quan", "Hội trường"],
        [None, None, "9h00 – 10h30", "Họp xét thi đua", "Phó Giám đốc", "", "Phòng họp A"],
        [None, "Chiều", "14 giờ", "Làm việc với xã Khe Sanh", "", "", ""],
        ["Thứ 3 (24/11)", "Cả ngày", None, "Tập huấn", "", "", ""],
        ["Thứ Tư", None, None, None, None, None, None],
        [datetime(2026, 11, 26), "Sáng", time(8), "Tiếp công dân", "", "", "Phòng tiếp dân"],  # noqa: DTZ001
        merge=("A1:G1", "A2:G2", "A4:A6", "B4:B5"),
    )
    read = read_week(content, monday=MONDAY)
    assert read.problems == []
    assert [(one.weekday, one.session, one.starts_at, one.content) for one in read.entries] == [
        (0, Session.MORNING, time(7, 30), "Chào cờ, họp giao ban"),
        (0, Session.MORNING, time(9), "Họp xét thi đua"),
        (0, Session.AFTERNOON, time(14), "Làm việc với xã Khe Sanh"),
        (1, Session.ALL_DAY, None, "Tập huấn"),
        (3, Session.MORNING, time(8), "Tiếp công dân"),
    ]
    assert read.entries[1].ends_at == time(10, 30)


def test_two_columns_for_the_halves_of_a_day_are_read() -> None:
    content = book(
        ["Thứ", "Ngày", "Sáng", "Chiều", "Ghi chú"],
        ["Hai", "23/11", "- 8h00: Họp giao ban\n- Kiểm tra trường Mầm non Cửa Tùng", "14h: Tiếp công dân", ""],
        ["Thứ Ba", "24/11", "", "Làm việc tại cơ quan", ""],
    )
    read = read_week(content, monday=MONDAY)
    assert read.problems == []
    assert [(one.weekday, one.session, one.content) for one in read.entries] == [
        (0, Session.MORNING, "Họp giao ban"),
        (0, Session.MORNING, "Kiểm tra trường Mầm non Cửa Tùng"),
        (0, Session.AFTERNOON, "Tiếp công dân"),
        (1, Session.AFTERNOON, "Làm việc tại cơ quan"),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["30/11/2026", "Sáng", "8h", "Họp"], "Dòng 2: “30/11/2026” không phải một ngày trong tuần từ 23/11/2026"),
        (["Thứ Ba 23/11", "Sáng", "8h", "Họp"], "Dòng 2: “Thứ Ba 23/11” không phải một ngày"),
        (["Thứ Hai", "Trưa", "", "Họp"], "Dòng 2: Buổi phải là Sáng"),
        (["Thứ Hai", "Sáng", "lúc nào cũng được", "Họp"], "Dòng 2: Không hiểu giờ “lúc nào cũng được”"),
        (["Thứ Hai", "Sáng", "25h", "Họp"], "Dòng 2: Không hiểu giờ “25h”"),
        (["Thứ Hai", "Sáng", "14h", "Họp"], "Dòng 2: 14:00 là buổi chiều."),
        (["Thứ Hai", "", "", "Họp"], "Dòng 2: Hãy chọn buổi hoặc ghi giờ bắt đầu."),
        (["", "Sáng", "8h", "Họp"], "Dòng 2: Chưa có ngày."),
        (["Thứ Hai", "Sáng", "8h", ""], "Dòng 2: Chưa ghi nội dung"),
        (["Thứ Hai", "Sáng", "9h - 8h", "Họp"], "Dòng 2: Giờ kết thúc phải sau"),
    ],
)
def test_unclear_row_is_named(line: list[str], words: str) -> None:
    (problem,) = read_week(book(HEAD[:4], line), monday=MONDAY).problems
    assert problem.startswith(words)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, part)
    return target.getvalue()


GOOD = book(HEAD, ["Thứ Hai", "Sáng", "8h", "Họp giao ban", "", "", ""])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (book(["Tên", "Tuổi"], ["A", "1"]), "Không tìm thấy hàng tiêu đề"),
        (book(["Thứ, ngày", "Địa điểm"], ["Thứ Hai", "A"]), "thiếu cột “Nội dung”"),
        (book(HEAD), "không có dòng nào"),
        (book(HEAD, ["Thứ Hai", "Sáng", "8h", "Họp", "", "", ""], merge=("D2:G2",)), "Các ô D2:G2 đang gộp"),
        (book(HEAD, ["Thứ Hai", "Sáng", "8h", "=A1&B1", "", "", ""]), "Ô D2 là công thức"),
        (with_part(GOOD, "xl/vbaProject.bin", b"x"), "macro"),
        (with_part(GOOD, "xl/media/bomb.bin", bytes(210 * 1024 * 1024)), "."),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "."),
        (b"PK\x03\x04 broken", "Tệp này bị hỏng"),
        (book(HEAD, *[["Thứ Hai", "Sáng", "8h", "Họp", "", "", ""]] * 301), "hơn 300 dòng"),
    ],
)
def test_file_that_is_no_schedule_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ListError) as refusal:
        read_week(content, monday=MONDAY)
    assert words in str(refusal.value)


def test_strange_names_inside_the_file_are_never_unpacked() -> None:
    assert len(read_week(with_part(GOOD, "../../etc/passwd", b"x"), monday=MONDAY).entries) == 1


@pytest.mark.parametrize("cell", ["23/11", "Thứ Hai", "thứ 2", "T2", "Thứ hai, ngày 23/11/2026", date(2026, 11, 23)])
def test_weekday_is_understood(cell: object) -> None:
    assert read_weekday(cell, MONDAY) == 0


def test_sunday_and_empty_day_are_understood() -> None:
    assert read_weekday("Chủ nhật", MONDAY) == 6
    assert read_weekday("CN 29/11", MONDAY) == 6
    assert read_weekday("", MONDAY) is None


@pytest.mark.parametrize("cell", ["Thứ Tám", "31/02/2026", "hôm nay"])
def test_strange_weekday_is_refused(cell: str) -> None:
    with pytest.raises(CellError):
        read_weekday(cell, MONDAY)


@pytest.mark.parametrize(
    ("cell", "times"),
    [
        ("7h30", (time(7, 30), None)),
        ("7:30 - 9:00", (time(7, 30), time(9))),
        ("07 giờ 30 phút", (time(7, 30), None)),
        ("từ 14h đến 16h30", (time(14), time(16, 30))),
        (time(8, 15), (time(8, 15), None)),
        ("", (None, None)),
    ],
)
def test_times_are_understood(cell: object, times: tuple[time | None, time | None]) -> None:
    assert read_times(cell) == times


@pytest.mark.django_db
def test_import_writes_a_draft_and_opens_it(portal: UnitSite, log_in: Callable[..., Client]) -> None:
    client = log_in(KHOA)
    answer = client.post(IMPORT, {"monday": "2026-11-25", "file": file(GOOD)}, follow=True)
    assert "Đã đọc 1 việc vào bản nháp của Tuần 48" in answer.text
    with use_site(portal):
        week = ScheduleWeek.objects.get(monday=MONDAY)
        assert not week.live
        assert [one.content for one in week.get_latest_revision_as_object().entries.all()] == ["Họp giao ban"]


@pytest.mark.django_db
def test_import_over_a_published_week_changes_nothing_until_published(
    portal: UnitSite, write_week: WriteWeek, log_in: Callable[..., Client]
) -> None:
    week = write_week(entry("Họp giao ban"), entry("Việc sẽ bỏ"))
    log_in(KHOA).post(IMPORT, {"monday": "2026-11-23", "file": file(GOOD)})
    with use_site(portal):
        kept = week.entries.get(content="Họp giao ban")
        assert week.entries.count() == 2
        draft = ScheduleWeek.objects.get(pk=week.pk).get_latest_revision_as_object()
        draft.save_revision().publish()
        week = ScheduleWeek.objects.get(pk=week.pk)
        assert week.entries.get().uid == kept.uid
        assert [change["kind"] for change in week.changes] == ["changed", "removed"]


@pytest.mark.django_db
def test_import_with_an_unclear_row_writes_nothing(portal: UnitSite, log_in: Callable[..., Client]) -> None:
    content = book(HEAD[:4], ["Thứ Hai", "Sáng", "8h", "Họp"], ["Thứ Hai", "Trưa", "", "Ăn"])
    answer = log_in(KHOA).post(IMPORT, {"monday": "2026-11-23", "file": file(content, "../../lich.xlsx")})
    assert "Chưa ghi gì." in answer.text
    assert "Dòng 3: Buổi phải là Sáng" in answer.text
    with use_site(portal):
        assert not ScheduleWeek.objects.exists()


@pytest.mark.django_db
def test_template_can_be_read_again(log_in: Callable[..., Client]) -> None:
    content = log_in(KHOA).get(f"{IMPORT}mau/").content
    read = read_week(content, monday=monday_of(timezone.localdate()))
    assert read.problems == []
    assert [one.content for one in read.entries] == ["Họp giao ban"]

"""Lists as people save them, and the one sentence for each file that is none."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from core.spreadsheets.columns import Columns
from core.spreadsheets.days import parse_day
from core.spreadsheets.read import read_rows
from core.spreadsheets.refusal import ListError

COLUMNS = Columns({"number": ("số, ký hiệu", "so"), "issued": ("ngày ban hành", "ngay")}, required=("number",))
HEAD = ["Số", "Ngày ban hành"]


def book(*lines: list[object], merge: str = "", counts_from_1904: bool = False) -> bytes:
    workbook = Workbook()
    if counts_from_1904:
        workbook.epoch = CALENDAR_MAC_1904
    for line in lines:
        workbook.active.append(line)
    if merge:
        workbook.active.merge_cells(merge)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, part)
    return target.getvalue()


@pytest.mark.parametrize("counts_from_1904", [False, True])
def test_dates_are_the_days_shown_whichever_year_the_workbook_counts_from(counts_from_1904: bool) -> None:
    content = book(
        HEAD, ["1/QĐ-A", datetime(2026, 1, 12, tzinfo=UTC).replace(tzinfo=None)], counts_from_1904=counts_from_1904
    )
    (row,) = read_rows(content, COLUMNS)
    assert parse_day(row.raw["issued"]) == date(2026, 1, 12)
    assert row.number == 2


def test_titles_above_the_header_may_be_merged() -> None:
    content = book(["DANH SÁCH VĂN BẢN", ""], HEAD, ["1/QĐ-A", ""], merge="A1:B1")
    assert [row.number for row in read_rows(content, COLUMNS)] == [3]


def test_cells_merged_downwards_stand_for_each_row_where_that_is_meant() -> None:
    content = book(["Số", "Ngày ban hành"], ["1/QĐ-A", "12/01/2026"], ["2/QĐ-A", ""], ["3/QĐ-A", ""], merge="B2:B3")
    rows = read_rows(content, COLUMNS, merged=("issued",))
    assert [row.values["issued"] for row in rows] == ["12/01/2026", "12/01/2026", ""]


def test_cells_merged_sideways_are_refused_even_there() -> None:
    content = book(HEAD, ["1/QĐ-A", ""], merge="A2:B2")
    with pytest.raises(ListError, match="Các ô A2:B2 đang gộp"):
        read_rows(content, COLUMNS, merged=("number", "issued"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (book(HEAD, ["1/QĐ-A", "x"], ["", "y"], merge="A2:A3"), "Các ô A2:A3 đang gộp"),
        (book(HEAD, ["=B2&C2", "x"]), "Ô A2 là công thức"),
        (book(["Ngày", "Tên"], ["1", "x"]), "Không tìm thấy hàng tiêu đề"),
        (book(["Ngày", "Ngày ban hành"], ["1", "x"]), "thiếu cột: Số, ký hiệu"),
        (book(HEAD), "không có dòng nào"),
        (with_part(book(HEAD, ["1", "2"]), "xl/vbaProject.bin", b"macro"), "chứa macro"),
        (with_part(book(HEAD, ["1", "2"]), "xl/media/zeros.bin", bytes(310 * 1024 * 1024)), "bung ra quá lớn"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + b"\0\0", "đặt mật khẩu"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le") + b"\0\0", "lưu lại dưới dạng .xlsx"),
        (b"PK\x03\x04 cut short", "bị hỏng"),
    ],
    ids=["merged", "formula", "no header", "no column", "empty", "macro", "bomb", "password", "old xls", "damaged"],
)
def test_what_is_no_list_gets_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ListError, match=words) as refusal:
        read_rows(content, COLUMNS)
    assert str(refusal.value).endswith(".")


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(ListError, match="hơn 2 dòng"):
        read_rows(book(HEAD, ["1", ""], ["2", ""], ["3", ""]), COLUMNS, most_rows=2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/01/2026", date(2026, 1, 12)),
        ("2.9.2026", date(2026, 9, 2)),
        ("Ngày 02 tháng 9 năm 2026", date(2026, 9, 2)),
        ("2026-09-02 00:00:00", date(2026, 9, 2)),
        ("31/02/2026", None),
        ("tháng 9", None),
        (None, None),
    ],
)
def test_days_are_read_as_people_type_them(typed: object, day: date | None) -> None:
    assert parse_day(typed) == day

"""A list of unknown columns, as it is shown; what makes it unclear is said in one sentence."""

from datetime import datetime, time

import pytest

from core.spreadsheets.free_table import FreeTable, read_free_table
from core.spreadsheets.refusal import ListError
from tests.core.spreadsheets.test_read import book, with_part

HEAD = ["Số báo danh", "Ngày sinh", "Phòng", "Điểm"]


def read(content: bytes) -> FreeTable:
    return read_free_table(content, most_rows=3, most_columns=5)


@pytest.mark.parametrize("counts_from_1904", [False, True])
def test_cells_read_as_people_write_them(counts_from_1904: bool) -> None:
    line = [440123, datetime(2012, 1, 9), time(7, 30), 8.25]  # noqa: DTZ001 – a workbook knows no zones
    table = read(book(HEAD, line, ["0012", "", None, 10.0], counts_from_1904=counts_from_1904))
    assert table == FreeTable(tuple(HEAD), (("440123", "09/01/2012", "7:30", "8,25"), ("0012", "", "", "10")))


def test_agency_and_motto_above_are_no_titles() -> None:
    content = book(["SỞ GD&ĐT", "", "CỘNG HÒA XÃ HỘI", ""], ["DANH SÁCH PHÒNG THI"], HEAD, ["1", "", "2", "3"], [])
    assert read(content).head == tuple(HEAD)


def test_csv_and_columns_left_empty_are_read() -> None:
    table = read("SBD;;Phòng\n1;;A\n2;;B\n".encode())
    assert table == FreeTable(("SBD", "Phòng"), (("1", "A"), ("2", "B")))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (book(HEAD, ["1", "x", "y", "z"], ["", "", "", ""], merge="A2:A3"), "Các ô A2:A3 đang gộp"),
        (book(HEAD, ["=B2&C2", "x", "", ""]), "Ô A2 là công thức"),
        (book(["Danh sách"], ["một"]), "Không tìm thấy hàng tiêu đề"),
        (book(HEAD), "không có dòng nào"),
        (book(HEAD, *([str(number), "", "", ""] for number in range(4))), "hơn 3 dòng"),
        (book(["a", "b", "c", "d", "e", "f"], ["1"] * 6), "hơn 5 cột"),
        (book(["a", "b", "", "d"], ["1", "2", "", "4"], ["1", "", "3", ""]), "Cột C có chữ ở dòng 3"),
        (with_part(book(HEAD, ["1", "2"]), "xl/vbaProject.bin", b"macro"), "chứa macro"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + b"\0\0", "đặt mật khẩu"),
        (b"PK\x03\x04 cut short", "bị hỏng"),
    ],
    ids=["merged", "formula", "no titles", "empty", "long", "wide", "untitled", "macro", "password", "damaged"],
)
def test_what_is_unclear_gets_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ListError, match=words) as refusal:
        read(content)
    assert str(refusal.value).endswith(".")

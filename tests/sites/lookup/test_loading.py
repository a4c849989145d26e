"""Lists of results: usual ones are read, each mistake is named by row and column, bad files get one sentence."""

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from core.spreadsheets.refusal import ListError
from sites.lookup.admin.forms import HEAVIEST, ListForm
from sites.lookup.loading.read import Asked, ListRead, read_list
from tests.sites.lookup.conftest import HEAD, HOA, LAN, NUMBER_ALONE, WITH_BIRTHDAY, book

GOOD = book(HEAD, LAN, HOA)
BOM = b"\xef\xbb\xbf"


def read(content: bytes, asked: Asked = WITH_BIRTHDAY) -> ListRead:
    return read_list(content, asked)


def test_columns_are_the_clerks_own() -> None:
    found = read(book(["SỞ GIÁO DỤC", "", "KẾT QUẢ THI"], [], HEAD, LAN, HOA))
    assert found.problems == []
    assert (found.number, found.fact, found.fact_is_day) == ("Số báo danh", "Ngày sinh", True)
    assert found.columns == ("Họ và tên", "Toán", "Ngữ văn", "Tổng điểm")
    assert found.left_out == ("STT",)
    assert found.results[0] == ("12345", "2011-05-03", ["Thí sinh Một", "8,5", "7", "15,5"])


def test_number_alone_shows_nothing_of_the_person() -> None:
    found = read(GOOD, NUMBER_ALONE)
    assert found.columns == ("Toán", "Ngữ văn", "Tổng điểm")
    assert found.results[0] == ("12345", "", ["8,5", "7", "15,5"])


def test_clerk_leaves_columns_out() -> None:
    assert read(GOOD, Asked("so bao danh", "NGAY SINH", ("Họ và tên", "tong diem"))).columns == ("Toán", "Ngữ văn")


@pytest.mark.parametrize("head", ["CCCD", "Số định danh cá nhân", "Điện thoại", "Địa chỉ thường trú"])
def test_what_no_result_needs_is_never_taken(head: str) -> None:
    assert read(book([*HEAD, head], [*LAN, "1"])).left_out == ("STT", head)


def test_csv_is_read_like_a_workbook() -> None:
    text = "Số báo danh;Ngày sinh;Toán\r\n012345;03/05/2011;8,5\r\nTS-7;1/12/2011;vắng\r\n"
    found = read(BOM + text.encode())
    assert found.problems == []
    assert found.results == [("12345", "2011-05-03", ["8,5"]), ("TS7", "2011-12-01", ["vắng"])]


def test_remarks_in_heads_keep_columns_apart() -> None:
    assert read(book(["Số báo danh (*)", "Điểm (Toán)", "Điểm (Văn)"], [1, 2, 3]), NUMBER_ALONE).columns == (
        "Điểm (Toán)",
        "Điểm (Văn)",
    )


def test_book_that_counts_from_1904_keeps_its_days() -> None:
    workbook = Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active.append(HEAD)
    workbook.active.append(LAN)
    target = io.BytesIO()
    workbook.save(target)
    assert read(target.getvalue()).results[0].fact == "2011-05-03"


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        ({1: None}, "Số báo danh", "chưa có số báo danh"),
        ({1: "–"}, "Số báo danh", "không phải một số báo danh"),
        ({1: "12345"}, "Số báo danh", "đã có ở dòng 2"),
        ({3: None}, "Ngày sinh", "còn trống"),
        ({3: "31/02/2011"}, "Ngày sinh", "Không hiểu ngày “31/02/2011”"),
        ({4: "#N/A"}, "Toán", "báo lỗi #N/A"),
        ({4: "a" * 501}, "Toán", "dài quá 500"),
    ],
)
def test_mistake_is_named_by_row_and_column(change: dict[int, Any], column: str, words: str) -> None:
    line = [change.get(place, cell) for place, cell in enumerate(HOA)]
    third = [3, "012347", "Thí sinh Ba", datetime(2011, 1, 1), 5, 5, 10]  # noqa: DTZ001
    found = read(book(HEAD, LAN, line, third))
    (problem,) = found.problems
    assert (problem.row, problem.column) == (3, column)
    assert words in problem.sentence


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, part)
    return target.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + b"\0\0"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (book(["Tên", "Tuổi"], ["A", 1]), "Không thấy cột “Số báo danh”. Tệp có các cột: Tên, Tuổi."),
        (book(["Số báo danh", "Toán"], [1, 2]), "Không thấy cột “Ngày sinh”. Tệp có các cột: Số báo danh, Toán."),
        (book(["Số báo danh", "Ngày sinh", "STT"], [1, "1/1/2011", 1]), "Không còn cột nào để hiện"),
        (book([*HEAD, "Toán"], [*LAN, 1]), "hai cột cùng tên “Toán”"),
        (book(HEAD, [*LAN, "ghi chú"]), "Ô H2 có dữ liệu nhưng cột ấy chưa có tên"),
        (book(HEAD), "không có dòng nào"),
        (book(HEAD, LAN, HOA, merge=("E2:E3",)), "Các ô E2:E3 đang gộp"),
        (book(HEAD, [*LAN[:4], "=4+4", 7, 15]), "Ô E2 là công thức chưa có kết quả"),
        (book(HEAD, LAN, other=["Số báo danh", 5]), "Trang tính “Buổi chiều” cũng có dữ liệu"),
        (with_part(GOOD, "xl/vbaProject.bin", b"x"), "chứa macro"),
        (with_part(GOOD, "xl/media/x.bin", bytes(310 * 1024 * 1024)), "bung ra quá lớn"),
        (with_part(GOOD, "../../x.exe", b"x"), "chương trình chạy được"),
        (ole("EncryptedPackage"), "đặt mật khẩu"),
        (ole("Workbook"), "Không đọc được tệp Excel này"),
        (GOOD[: len(GOOD) // 2], "bị hỏng"),
        (b"\x00\x01\x02 khong phai danh sach", "Không thấy cột “Số báo danh”"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "file",
)
def test_bad_file_gets_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ListError) as refusal:
        read(content)
    assert words in str(refusal.value)


def test_empty_second_sheet_is_no_matter() -> None:
    assert read(book(HEAD, LAN, other=[])).problems == []


def test_columns_to_compare_must_differ() -> None:
    with pytest.raises(ListError, match="phải khác cột số báo danh"):
        read(GOOD, Asked("Số báo danh", "so bao danh"))


class Heavy(io.BytesIO):
    """A file of 200 MB that nobody reads."""

    name, size, content_type, charset = "diem.xlsx", 200 * 1024 * 1024, "", None

    def read(self, *_size: Any) -> bytes:
        raise AssertionError("a file that is too heavy was read")


def test_heavy_file_is_refused_unread() -> None:
    assert Heavy.size > HEAVIEST
    form = ListForm({"number": "Số báo danh"}, MultiValueDict({"file": [Heavy()]}))
    assert not form.is_valid()
    assert "nặng hơn 20 MB" in form.errors["file"][0]

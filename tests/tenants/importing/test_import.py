"""Lists as offices keep them: other headers, other encodings, mistakes; written whole or not at all."""

import io
import time
import unicodedata
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from openpyxl import Workbook

from tenants.units.importing.read import ListError
from tenants.units.importing.write import check_list, make_sites, write_list
from tenants.units.models import Unit, UnitSite
from tenants.units.models.dated import Relation

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LIST = (
    "DANH SÁCH TRƯỜNG NĂM HỌC 2026–2027\n\n"
    "Mã đơn vị,Tên đơn vị,Loại,Cấp học,Xã/phường,Địa chỉ,Điện thoại,Email,Tên miền,Hiệu trưởng,Trực thuộc\n"
    "xa-ktra,UBND xã Kiểm Tra,Ủy ban nhân dân xã phường,,,,,,,,\n"
    "th-ktra,Trường Tiểu học Kiểm Tra,tieu hoc,Tiểu học,Khe Sanh,Khối 1,0233000111,a@vidu.example,"
    "th-ktra.localhost,Cô A,xa-ktra\n"
)


def fixed(text: str) -> str:
    return text.replace("Ủy ban nhân dân xã phường", "xa")


def windows_1258(text: str) -> bytes:
    """Windows keeps the letter with its hat and the tone after it as a mark of its own."""
    units = []
    for letter in unicodedata.normalize("NFC", text):
        try:
            units.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", letter)
            tone = next((mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
            base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark != tone))
            units.append((base + tone).encode("cp1258", errors="replace"))
    return b"".join(units)


def xlsx(text: str) -> bytes:
    book = Workbook()
    for line in text.splitlines():
        book.active.append(line.split(","))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_list_is_read_without_writing(db) -> None:
    report = check_list(fixed(LIST).encode())
    assert report.problems == []
    assert (report.new, report.sites) == (["xa-ktra", "th-ktra"], ["th-ktra"])
    assert not Unit.objects.filter(code="th-ktra").exists()


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace("\n", "\r\n").replace("Trường Tiểu", "  Trường\u00a0Tiểu").encode(),
        windows_1258,
        xlsx,
    ],
    ids=["bom", "utf-16", "nfd", "semicolons", "stray spaces", "windows-1258", "xlsx"],
)
def test_every_way_of_saving_gives_the_same_unit(db, encode) -> None:
    report = write_list(content=encode(fixed(LIST)), by=None, at=AT)
    assert report.problems == []
    unit = Unit.objects.get(code="th-ktra")
    assert unit.name == "Trường Tiểu học Kiểm Tra"
    assert unit.commune.name == "Khe Sanh"
    assert unit.levels == ["tieu-hoc"]
    assert unit.phone == "0233000111"
    assert unit.parents.get(relation=Relation.ADMINISTRATIVE).parent.code == "xa-ktra"


def test_mistakes_are_named_by_row_and_column_and_nothing_is_written(db) -> None:
    text = (
        fixed(LIST)
        + "th ktra 2,,không có loại này,cấp 9,Xã Không Có,,,không phải thư,?,,khong-co\n"
        + "th-ktra,Trùng mã,tieu-hoc,,,,,,,,\n"
    )
    report = write_list(content=text.encode(), by=None, at=AT)
    assert {(problem.row, problem.column) for problem in report.problems} == {
        (6, "Mã đơn vị"),
        (6, "Tên đơn vị"),
        (6, "Loại đơn vị"),
        (6, "Cấp học"),
        (6, "Xã, phường"),
        (6, "Thư điện tử"),
        (6, "Tên miền"),
        (7, "Mã đơn vị"),
    }
    assert all(problem.sentence.endswith(".") for problem in report.problems)
    assert not Unit.objects.filter(code="xa-ktra").exists()


def test_second_import_updates_by_code_and_keeps_the_old_name_dated(db) -> None:
    write_list(content=fixed(LIST).encode(), by=None, at=AT)
    renamed = fixed(LIST).replace("Trường Tiểu học Kiểm Tra", "Trường Tiểu học Số 1 Kiểm Tra")
    report = write_list(content=renamed.encode(), by=None, at=AT)
    assert report.new == []
    unit = Unit.objects.get(code="th-ktra")
    assert [name.name for name in unit.names.filter(valid_until=None)] == ["Trường Tiểu học Số 1 Kiểm Tra"]
    assert unit.names.filter(name="Trường Tiểu học Kiểm Tra").exclude(valid_until=None).exists()


def test_sites_are_made_once(db) -> None:
    content = fixed(LIST).encode()
    write_list(content=content, by=None, at=AT)
    assert make_sites(content=content, at=AT) == []
    assert make_sites(content=content, at=AT) == []
    assert UnitSite.objects.filter(unit__code="th-ktra").count() == 1


def test_host_of_another_unit_is_refused(db) -> None:
    report = check_list(fixed(LIST).replace("th-ktra.localhost", "portal.localhost").encode())
    assert [problem.column for problem in report.problems] == ["Tên miền"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"mot,hai\n1,2\n", "Mã,Tên\na,b\n".encode()])
def test_what_is_no_list_gets_one_sentence(db, content: bytes) -> None:
    with pytest.raises(ListError, match=r"\.$"):
        check_list(content)


def test_five_thousand_rows_are_written_in_time(db) -> None:
    head = "mã,tên trường,loại,xã\n"
    rows = "".join(f"th-{n},Trường Tiểu học số {n},tieu-hoc,Khe Sanh\n" for n in range(5000))
    started = time.monotonic()
    assert check_list((head + rows).encode()).problems == []
    assert time.monotonic() - started < 10


def test_command_writes_only_when_told(db, tmp_path, capsys) -> None:
    file = tmp_path / "danh-sach.csv"
    file.write_text(fixed(LIST), encoding="utf-8")
    call_command("units", "import", str(file))
    assert "Đọc thử 2 dòng: 2 đơn vị mới" in capsys.readouterr().out
    assert not Unit.objects.filter(code="th-ktra").exists()
    call_command("units", "import", str(file), "--apply")
    assert Unit.objects.filter(code="th-ktra").exists()
    file.write_text(LIST, encoding="utf-8")
    with pytest.raises(CommandError, match="Chưa ghi gì"):
        call_command("units", "import", str(file))

"""Lists as offices keep them: other headers, other encodings, mistakes; written whole or not at all."""

import io
import time
import unicodedata
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from tenants.units.importing.columns import field_of
from tenants.units.importing.read import ListError
from tenants.units.importing.words import communes_by_word, kind_key, kinds_by_word, place_key
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
    report = check_list(LIST.encode())
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
    report = write_list(content=encode(LIST), by=None, at=AT)
    assert report.problems == []
    unit = Unit.objects.get(code="th-ktra")
    assert unit.name == "Trường Tiểu học Kiểm Tra"
    assert unit.commune.name == "Khe Sanh"
    assert unit.levels == ["tieu-hoc"]
    assert unit.phone == "0233000111"
    assert unit.parents.get(relation=Relation.ADMINISTRATIVE).parent.code == "xa-ktra"


def test_mistakes_are_named_by_row_and_column_and_nothing_is_written(db) -> None:
    text = (
        LIST
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
    write_list(content=LIST.encode(), by=None, at=AT)
    renamed = LIST.replace("Trường Tiểu học Kiểm Tra", "Trường Tiểu học Số 1 Kiểm Tra")
    report = write_list(content=renamed.encode(), by=None, at=AT)
    assert report.new == []
    unit = Unit.objects.get(code="th-ktra")
    assert [name.name for name in unit.names.filter(valid_until=None)] == ["Trường Tiểu học Số 1 Kiểm Tra"]
    assert unit.names.filter(name="Trường Tiểu học Kiểm Tra").exclude(valid_until=None).exists()


def test_sites_are_made_once(db) -> None:
    content = LIST.encode()
    write_list(content=content, by=None, at=AT)
    assert make_sites(content=content, by=None, at=AT) == []
    assert make_sites(content=content, by=None, at=AT) == []
    assert UnitSite.objects.filter(unit__code="th-ktra").count() == 1


def test_host_of_another_unit_is_refused(db) -> None:
    report = check_list(LIST.replace("th-ktra.localhost", "portal.localhost").encode())
    assert [problem.column for problem in report.problems] == ["Tên miền"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"mot,hai\n1,2\n", "Mã,Tên\na,b\n".encode()])
def test_what_is_no_list_gets_one_sentence(db, content: bytes) -> None:
    with pytest.raises(ListError, match=r"\.$"):
        check_list(content)


def test_five_thousand_rows_are_written_and_written_again_in_time(db) -> None:
    head = "mã,tên trường,loại,xã,địa chỉ,trực thuộc\n"
    rows = "".join(f"th-{n},Trường Tiểu học số {n},tieu-hoc,Khe Sanh,Khối {n},so-gddt\n" for n in range(5000))
    for content in (head + rows, (head + rows).replace("Khối", "Khóm")):
        started = time.monotonic()
        with CaptureQueriesContext(connection) as queries:
            assert write_list(content=content.encode(), by=None, at=AT).problems == []
        assert time.monotonic() - started < 30
        assert len(queries) < 100
    assert Unit.objects.get(code="th-4999").address == "Khóm 4999"
    assert Unit.objects.filter(administrative_parent__code="so-gddt", code__startswith="th-").count() == 5000


def test_empty_cells_and_missing_columns_keep_what_the_register_knows(db) -> None:
    write_list(content=LIST.encode(), by=None, at=AT)
    shorter = "Mã,Tên,Loại,Điện thoại,Địa chỉ\nth-ktra,Trường Tiểu học Kiểm Tra,TH,0233999888,\n"
    write_list(content=shorter.encode(), by=None, at=AT)
    unit = Unit.objects.get(code="th-ktra")
    assert (unit.phone, unit.address, unit.commune.name) == ("0233999888", "Khối 1", "Khe Sanh")
    assert unit.levels == ["tieu-hoc"]
    assert unit.administrative_parent.code == "xa-ktra"


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("TH&THCS", "th-thcs"),
        ("Trường TH và THCS", "th-thcs"),
        ("truong tieu hoc va trung hoc co so", "th-thcs"),
        ("THCS-THPT", "thcs-thpt"),
        ("Mầm non", "mam-non"),
        ("Trường THPT", "thpt"),
        ("PTDTNT", "ptdtnt"),
        ("UBND xã, phường", "xa"),
        ("Phòng GD&ĐT", "phong-gd"),
        ("Trung tâm GDNN – GDTX", "gdnn-gdtx"),
        ("THPT chuyên", "chuyen"),
    ],
)
def test_kinds_are_known_by_the_words_people_write(db, word: str, slug: str) -> None:
    assert kinds_by_word()[kind_key(word)].pk == slug


@pytest.mark.parametrize("word", ["Xã Minh Hoá", "minh hoa", "MINH HÓA", "xã  Minh Hóa", "X. Minh Hoá", "18901"])
def test_communes_are_known_with_and_without_marks_and_rank(db, word: str) -> None:
    assert communes_by_word()[place_key(word)].code == "18901"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("TÊN ĐƠN VỊ", "name"),
        ("ten truong:", "name"),
        ("Mã trường (*)", "code"),
        ("Xã/Phường", "commune"),
        ("SĐT", "phone"),
        ("Hiệu trưởng", "responsible_person"),
        ("Đơn vị chủ quản", "parent"),
        ("E-mail", "email"),
        ("Số thứ tự", None),
    ],
)
def test_headers_are_known_by_many_names(header: str, name: str | None) -> None:
    assert field_of(header) == name


@pytest.mark.parametrize(
    ("lines", "column", "sentence"),
    [
        ("a,A,xa,b\nb,B,xa,a\n", "Cơ quan chủ quản", "thành một vòng"),
        ("a,A,xa,a\n", "Cơ quan chủ quản", "không thể thuộc về chính mình"),
        (f"a,{'A' * 201},xa,\n", "Tên đơn vị", "dài quá 200 ký tự"),
    ],
)
def test_what_the_register_could_not_hold_is_refused_in_the_dry_run(db, lines: str, column: str, sentence: str) -> None:
    report = check_list(f"mã,tên,loại,trực thuộc\n{lines}".encode())
    assert all(problem.column == column and sentence in problem.sentence for problem in report.problems)
    assert report.problems


@pytest.mark.parametrize(
    ("code", "kind", "host", "sentence"),
    [
        ("th-an-binh", "tieu-hoc", "khac.localhost", "đã có tên miền khác"),
        ("p-moi", "phong-so", "p-moi.localhost", "không có trang riêng"),
        ("so-hai", "so", "so-hai.localhost", "đã có Cổng của Sở"),
        ("moi", "tieu-hoc", "có dấu.vn", "không đúng"),
    ],
)
def test_a_host_that_cannot_be_made_is_refused_in_the_dry_run(db, code, kind, host, sentence: str) -> None:
    report = check_list(f"mã,tên,loại,tên miền\n{code},Tên,{kind},{host}\n".encode())
    assert [sentence in problem.sentence for problem in report.problems] == [True]


def test_the_present_host_of_a_unit_may_stand_in_the_list(db) -> None:
    report = check_list("mã,tên,loại,website\nth-an-binh,Tên,tieu-hoc,https://th-an-binh.localhost/\n".encode())
    assert report.problems == []
    assert report.sites == []


def test_command_writes_only_when_told(db, tmp_path, capsys) -> None:
    file = tmp_path / "danh-sach.csv"
    file.write_text(LIST, encoding="utf-8")
    call_command("units", "import", str(file))
    assert "Đọc thử 2 dòng: 2 đơn vị mới" in capsys.readouterr().out
    assert not Unit.objects.filter(code="th-ktra").exists()
    call_command("units", "import", str(file), "--apply")
    assert Unit.objects.filter(code="th-ktra").exists()
    file.write_text(LIST.replace("tieu hoc,", "truong la,"), encoding="utf-8")
    with pytest.raises(CommandError, match="Chưa ghi gì"):
        call_command("units", "import", str(file))

"""The register of legal documents as readers search it."""

import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from sites.models import LegalDocumentPage
from tenants.registry.models import LegalEntry
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite
from tenants.units.statuses import UnitStatus
from tests.factories.documents import add_document

Visitor = Callable[[str], Client]
PATH = "/van-ban-cong-van/"


@pytest.fixture
def two(portal: UnitSite) -> None:
    with use_site(portal):
        add_document(
            "2148/SGDĐT-GDPT",
            "V/v kiểm tra cuối học kỳ I",
            subject="Giáo dục phổ thông",
            room="Phòng Giáo dục phổ thông",
            signer="Phó Giám đốc",
            recipients="Các trường THPT",
        )
        add_document(
            "80/QĐ-UBND",
            "Giao chỉ tiêu tuyển sinh",
            document_kind="",
            issuer="UBND tỉnh",
            subject="Thi và tuyển sinh",
            issued_date=date(2026, 1, 12),
            effective_date=date(2026, 2, 1),
        )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=2148%2Fsgddt-gdpt", "Kiểm tra"),
        ("q=so+2148/SGD%26%C4%90T-GDPT", "Kiểm tra"),
        ("q=chi+tieu+tuyen+sinh", "Chỉ tiêu"),
        ("q=tuyen+si", "Chỉ tiêu"),
        ("q=cac+truong+thpt", "Kiểm tra"),
        ("loai=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh", "Chỉ tiêu"),
        ("co-quan=UBND+t%E1%BB%89nh", "Chỉ tiêu"),
        ("linh-vuc=Thi+v%C3%A0+tuy%E1%BB%83n+sinh", "Chỉ tiêu"),
        ("phong=Ph%C3%B2ng+Gi%C3%A1o+d%E1%BB%A5c+ph%E1%BB%95+th%C3%B4ng", "Kiểm tra"),
        ("nguoi-ky=pho+giam", "Kiểm tra"),
        ("den=2026-01-31", "Chỉ tiêu"),
        ("tu=2026-01-13", "Kiểm tra"),
        ("hl-tu=2026-02-01&hl-den=2026-02-01", "Chỉ tiêu"),
    ],
)
def test_register_finds_by_every_field(two: None, visitor: Visitor, query: str, found: str) -> None:
    titles = {"Kiểm tra": "V/v kiểm tra cuối", "Chỉ tiêu": "Giao chỉ tiêu"}
    answer = visitor("so-gddt").get(f"{PATH}?{query}").text
    assert [word for word, title in titles.items() if title in answer] == [found]


def test_fields_without_sense_ask_nothing(two: None, visitor: Visitor) -> None:
    answer = visitor("so-gddt").get(f"{PATH}?tu=khong-phai-ngay&trang=abc&xep=x&hieu-luc=x&cua=x").text
    assert "2 văn bản" in answer


@pytest.mark.parametrize(("order", "first"), [("", "2148/"), ("cu-nhat", "80/"), ("so", "80/"), ("hieu-luc", "2148/")])
def test_register_sorts_as_asked(two: None, visitor: Visitor, order: str, first: str) -> None:
    answer = visitor("so-gddt").get(f"{PATH}?xep={order}").text
    last = {"2148/": ">80/", "80/": ">2148/"}[first]
    assert answer.index(f">{first}") < answer.index(last)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", {"1/CT-A", "2/CT-A", "3/CT-A"}),
        ("con", {"1/CT-A"}),
        ("chua", {"2/CT-A"}),
        ("mot-phan", {"3/CT-A"}),
        ("het", {"4/CT-A"}),
        ("tat-ca", {"1/CT-A", "2/CT-A", "3/CT-A", "4/CT-A", "5/CT-A"}),
    ],
)
def test_register_shows_documents_by_their_state_today(
    portal: UnitSite, visitor: Visitor, asked: str, shown: set[str]
) -> None:
    today = timezone.localdate()
    old = today - timedelta(days=500)
    with use_site(portal):
        add_document("1/CT-A", "Một", document_kind="")
        add_document("2/CT-A", "Hai", document_kind="", effective_date=today + timedelta(days=1))
        partly = add_document("3/CT-A", "Ba", document_kind="", issued_date=old)
        add_document("4/CT-A", "Bốn", document_kind="", issued_date=old, expiry_date=today)
        add_document("5/CT-A", "Năm", document_kind="", relations={"amends": partly})
    answer = visitor("so-gddt").get(f"{PATH}?hieu-luc={asked}").text
    numbers = {f"{figure}/CT-A" for figure in range(1, 6)}
    found = {number for number in numbers if f">{number}<" in answer}
    assert found - {"5/CT-A"} == shown - {"5/CT-A"}


def test_school_sees_the_documents_of_the_department_beside_its_own(
    two: None, an_binh: UnitSite, visitor: Visitor
) -> None:
    with use_site(an_binh):
        add_document("12/KH-THAB", "Kế hoạch năm học của trường", document_kind="", issuer="Trường Tiểu học An Bình")
    answer = visitor("th-an-binh").get(PATH).text
    assert "3 văn bản" in answer
    assert 'href="https://portal.localhost/van-ban-cong-van/' in answer.replace("http:", "https:").replace(":8000", "")
    assert answer.count("Của đơn vị</span>") == 1
    assert answer.count("Của Sở</span>") == 2
    own = visitor("th-an-binh").get(f"{PATH}?cua=don-vi").text
    assert "1 văn bản" in own
    assert "Giao chỉ tiêu" not in own
    assert "Kế hoạch năm học" not in visitor("th-an-binh").get(f"{PATH}?cua=so").text


def test_other_schools_documents_are_never_listed(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        add_document("12/KH-THAB", "Kế hoạch của An Bình", document_kind="")
    for code in ("so-gddt", "th-phu-hoa"):
        answer = visitor(code).get(f"{PATH}?hieu-luc=tat-ca").text
        assert "0 văn bản" in answer
        assert "An Bình" not in answer


def test_suspended_department_is_not_listed(two: None, visitor: Visitor) -> None:
    Unit.objects.filter(code="so-gddt").update(status=UnitStatus.SUSPENDED)
    assert "0 văn bản" in visitor("th-an-binh").get(PATH).text


def test_unpublished_document_leaves_every_list(two: None, portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        LegalDocumentPage.objects.get(document_number="80/QĐ-UBND").unpublish()
    assert LegalEntry.objects.count() == 1
    assert "Giao chỉ tiêu" not in visitor("th-an-binh").get(PATH).text


def test_export_holds_the_filtered_list_with_addresses(two: None, visitor: Visitor) -> None:
    answer = visitor("th-an-binh").get(f"{PATH}xuat-excel/?q=chi+tieu")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("Số, ký hiệu", "Loại văn bản", "Trích yếu")
    assert [row[0] for row in rows[1:]] == ["80/QĐ-UBND"]
    assert rows[1][7].date() == date(2026, 1, 12)
    assert rows[1][10] == "Còn hiệu lực"
    assert "portal.localhost" in rows[1][11]


def test_export_is_for_registers_and_long_ones_not_without_end(
    two: None, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sites.views.register_export.LONG_LIST", 1)
    client = visitor("so-gddt")
    assert client.get("/tin-tuc-su-kien/xuat-excel/").status_code == 404
    answers = [client.get(f"{PATH}xuat-excel/").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
    assert client.get(f"{PATH}xuat-excel/?q=chi+tieu").status_code == 200


def test_feed_names_the_newest_documents_of_the_unit_itself(two: None, visitor: Visitor) -> None:
    feed = visitor("so-gddt").get(f"{PATH}feed/").text
    assert "<title>2148/SGDĐT-GDPT: V/v kiểm tra cuối học kỳ I</title>" in feed
    assert feed.count("<entry>") == 2
    assert "<entry>" not in visitor("th-an-binh").get(f"{PATH}feed/").text

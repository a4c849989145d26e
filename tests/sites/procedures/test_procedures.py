"""Administrative procedures: what may be stored, the list, the page, search."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.documents import build_document
from sites.procedures.enums import Fee, ProcedureField, ServiceLevel
from sites.procedures.models import ProcedurePage, ProceduresPage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.copies import add_copies

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
LIST = "/cai-cach-thu-tuc-hanh-chinh/"
CLEANED = ["slug", "path", "depth", "numchild", "url_path", "content_type"]


def procedure(title: str = "Cấp bản sao văn bằng từ sổ gốc", **fields: Any) -> ProcedurePage:
    values = {"field": ProcedureField.CERTIFICATES, "submit_to": "Bộ phận một cửa của Sở", "live": False, **fields}
    return ProcedurePage(title=title, **values)


def add(page: ProcedurePage) -> ProcedurePage:
    page.full_clean(exclude=CLEANED)
    ProceduresPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return ProcedurePage.objects.get(pk=page.pk)


def text_of(client: Client, address: str = LIST) -> str:
    return client.get(address).text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"fee": Fee.CHARGED}, "chưa ghi mức"),
        ({"fee": Fee.UNKNOWN, "fee_text": "5.000 đồng"}, "chưa chọn “Có thu phí"),
        ({"fee": Fee.FREE}, "phải có văn bản quy định"),
        ({"service_url": "https://dichvucong.vidu.example/thu-tuc"}, "phải ở Cổng Dịch vụ công quốc gia"),
        ({"service_url": "http://dichvucong.gov.vn/"}, "phải ở Cổng Dịch vụ công quốc gia"),
        ({"service_url": "https://xdichvucong.gov.vn/"}, "phải ở Cổng Dịch vụ công quốc gia"),
    ],
)
def test_procedure_refuses_what_misleads(fields: dict[str, Any], words: str, portal: UnitSite) -> None:
    with use_site(portal), pytest.raises(ValidationError, match=words):
        procedure(**fields).full_clean(exclude=CLEANED)


def test_page_shows_everything_the_law_asks_for(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        page = add(
            procedure(
                dossier=[("item", {"name": "Đơn đề nghị", "copies": "1 bản chính", "form": None})],
                processing_time="1 ngày làm việc",
                handler="Phòng Quản lý chất lượng",
                contact="(0233) 000 0000",
                fee=Fee.FREE,
                legal_basis="  Văn bản  A \n\n Văn bản B",
                service_level=ServiceLevel.FULL,
                service_url="https://dichvucong.gov.vn/p/home/dvc-chi-tiet.html?ma=1",
            )
        )
        address = page.get_url()
    text = text_of(visitor("so-gddt"), address)
    for words in (
        "Đơn đề nghị", "1 bản chính", "1 ngày làm việc", "Bộ phận một cửa của Sở", "Phòng Quản lý chất lượng",
        "(0233) 000 0000", "Không thu phí", "<li>Văn bản A</li><li>Văn bản B</li>", "toàn trình",
        'href="https://dichvucong.gov.vn/p/home/dvc-chi-tiet.html?ma=1"', "Trang này chỉ hướng dẫn.",
    ):  # fmt: skip
        assert words in text, words


def test_page_says_what_is_not_known(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        address = add(procedure()).get_url()
    text = text_of(visitor("so-gddt"), address)
    assert text.count("Chưa có thông tin, hãy hỏi nơi nhận hồ sơ") == 2
    assert "Không thu phí" not in text
    assert 'href="https://dichvucong.gov.vn/"' in text


def test_list_filters_by_field_and_finds_words_without_marks(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        add(procedure())
        add(procedure("Chuyển trường đối với học sinh trung học", field=ProcedureField.GENERAL))
    client = visitor("so-gddt")
    for query, found, missed in (
        ("q=chuyen+truong", "Chuyển trường", "Cấp bản sao"),
        ("q=B%E1%BA%A3n+SAO", "Cấp bản sao", "Chuyển trường"),
        ("linh-vuc=pho-thong", "Chuyển trường", "Cấp bản sao"),
        ("linh-vuc=van-bang&q=", "Cấp bản sao", "Chuyển trường"),
        ("q=khong+co+dau", "Không có thủ tục nào như vậy", "Cấp bản sao"),
        ("trang=99", "Cấp bản sao", "Không có thủ tục nào"),
    ):
        answer = text_of(client, f"{LIST}?{query}")
        assert found in answer, query
        assert missed not in answer, query


def test_list_is_in_vietnamese_order(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        for title in ("Tiếp nhận học sinh", "Đăng ký dự thi", "Cho phép hoạt động", "Cấp bản sao", "Dạy thêm"):
            add(procedure(title))
    text = text_of(visitor("so-gddt"))
    places = [text.index(t) for t in ("Cấp bản sao", "Cho phép", "Dạy thêm", "Đăng ký dự", "Tiếp nhận")]
    assert places == sorted(places)


def test_empty_list_leads_to_the_national_portal(visitor: Visitor) -> None:
    text = text_of(visitor("so-gddt"))
    assert "Chưa có thủ tục nào được ghi ở đây." in text
    assert 'href="https://dichvucong.gov.vn/"' in text


@pytest.mark.parametrize("size", [0, 1, 10_000])
def test_list_costs_the_same_however_long(size: int, portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        if size:
            add_copies(add(procedure("Thủ tục số 1")), size - 1)
    client = visitor("so-gddt")
    client.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"{LIST}?trang=2&linh-vuc=van-bang&q=thu+tuc")
    assert answer.status_code == 200
    assert len(queries) <= 10


def test_search_document_has_papers_and_field(portal: UnitSite) -> None:
    with use_site(portal):
        page = add(procedure(dossier=[("item", {"name": "Đơn đề nghị", "copies": "", "form": None})], code="1.002"))
        document = build_document(page)
    assert document.object_type == "procedure"
    assert "Đơn đề nghị" in document.body
    assert "Văn bằng, chứng chỉ 1.002" in document.keywords


def test_procedures_belong_to_offices_too_and_schools_may_add_them(an_binh: UnitSite, portal: UnitSite) -> None:
    with use_site(portal):
        assert ProceduresPage.objects.get().slug == "cai-cach-thu-tuc-hanh-chinh"
    with use_site(an_binh):
        assert not ProceduresPage.objects.exists()

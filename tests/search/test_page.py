"""The search page over HTTP, on the portal and on a unit's site."""

import re
from datetime import date

import pytest

from tenants.registry.actions.record_published import record_published
from tests.tenants.registry.documents import NOON, document

PHRASE = "Tuyển sinh lớp 10"


@pytest.fixture(autouse=True)
def posts(an_binh, phu_hoa, portal, without_elasticsearch):
    record_published(unit=an_binh.unit, document=document(1, f"{PHRASE} ở An Bình"), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(2, f"{PHRASE} ở Phú Hòa"), at=NOON)
    record_published(
        unit=portal.unit,
        document=document(
            3,
            "Ban hành Quy chế hoạt động của Cổng",
            object_type="legal_document",
            document_number="1682/QĐ-SGDĐT",
            document_kind="Quyết định",
            issuer="Sở Giáo dục và Đào tạo",
            expiry_date=date(2026, 1, 1),
        ),
        at=NOON,
    )


@pytest.fixture
def read(visitor):
    """Return a function: unit's code, query string → the text of the answered page without spaces."""

    def read_page(code: str, query: str = "") -> str:
        answer = visitor(code).get(f"/tim-kiem/?{query}")
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", answer.content.decode())

    return read_page


def test_portal_finds_both_units_and_says_it_is_degraded(read):
    page = read("so-gddt", "q=tuyen+sinh")
    assert "<strong>2 kết quả</strong>" in page
    assert "http://th-an-binh.localhost" in page
    assert "http://th-phu-hoa.localhost" in page
    assert "<mark>Tuyển sinh</mark> lớp 10 ở An Bình" in page
    assert "Tìm kiếm đang chạy ở chế độ dự phòng" in page
    assert "Bạn gõ không dấu nên chúng tôi tìm cả chữ có dấu." in page


def test_unit_site_finds_its_own_and_offers_the_network(read):
    own = read("th-an-binh", "q=tuyen+sinh")
    assert "ở An Bình" in own
    assert "ở Phú Hòa" not in own
    assert 'value="mang-luoi"' in own
    network = read("th-an-binh", "q=tuyen+sinh&pham-vi=mang-luoi")
    assert "ở Phú Hòa" in network


def test_nothing_found_on_the_own_site_leads_to_the_network(read):
    page = read("th-an-binh", "q=quy+che")
    assert "Chưa có kết quả nào cho “quy che”" in page
    assert "pham-vi=mang-luoi" in page


def test_number_of_a_document_goes_straight_on_top(read):
    page = read("so-gddt", "q=1682/qd-sgddt")
    assert "Đúng số bạn tìm: 1682/QĐ-SGDĐT" in page
    assert "1 kết quả" in page


def test_document_says_whether_it_is_still_in_force(read):
    page = read("so-gddt", "q=quy+che")
    assert "Hết hiệu lực" in page
    assert "Số 1682/QĐ-SGDĐT" in page


def test_empty_form_shows_neither_results_nor_complaints(read):
    page = read("so-gddt")
    assert "kết quả</strong>" not in page
    assert "Chưa có kết quả" not in page


def test_chosen_filters_are_shown_each_with_a_way_out(read):
    page = read("so-gddt", "q=tuyen+sinh&loai=article&nam=2026&don-vi=An+B%C3%ACnh")
    assert "<strong>1 kết quả</strong>" in page
    for left in ("?q=tuyen+sinh&amp;don-vi=An+B%C3%ACnh&amp;nam=2026", "?q=tuyen+sinh&amp;loai=article&amp;nam=2026"):
        assert f'href="{left}"' in page


def test_markup_in_a_query_is_shown_as_text(read):
    page = read("so-gddt", "q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert(1)" not in page


def test_page_costs_a_bounded_number_of_queries(read, an_binh, django_assert_max_num_queries):
    read("so-gddt", "q=tuyen+sinh")
    for number in range(10, 30):
        record_published(unit=an_binh.unit, document=document(number, f"{PHRASE} đợt {number}"), at=NOON)
    with django_assert_max_num_queries(25):
        page = read("so-gddt", "q=tuyen+sinh")
    assert "<strong>22 kết quả</strong>" in page
    assert 'href="?q=tuyen+sinh&amp;trang=2"' in page


@pytest.mark.parametrize(
    "query", ["q=a%00b", "q=%FF%FE", "trang=99999999999999999999", "q=" + "x" * 5_000, "nam=%F0%9F%98%80"]
)
def test_hostile_fields_get_an_ordinary_page(read, query):
    read("so-gddt", query)


def test_unit_whose_name_is_typed_stands_above_the_results(read):
    page = read("so-gddt", "q=tieu+hoc+phu+hoa+tuyen+sinh")
    unit = page.split('aria-label="Đơn vị"')[1].split("</section>")[0]
    assert 'href="http://th-phu-hoa.localhost' in unit
    assert "Trường Tiểu học" in unit
    assert 'aria-label="Đơn vị"' not in read("so-gddt", "q=tieu+hoc")
    assert 'aria-label="Đơn vị"' not in read("th-an-binh", "q=tieu+hoc+phu+hoa")

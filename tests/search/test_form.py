from datetime import date

import pytest
from django.http import QueryDict

from search.facets import Facet
from search.form import parse, problems
from search.request import Order, SearchRequest
from search.scope import NetworkScope, UnitScope
from tests.search.support import TODAY, ask


@pytest.fixture
def parsed(an_binh):
    def parse_address(query: str, *, is_portal: bool = False) -> SearchRequest:
        return parse(QueryDict(query), unit=an_binh.unit, is_portal=is_portal, at=TODAY)

    return parse_address


def test_unit_site_searches_itself_until_the_network_is_chosen(parsed, an_binh):
    assert parsed("q=lop").scope == UnitScope(an_binh.unit.uuid)
    assert parsed("q=lop&pham-vi=mang-luoi").scope == NetworkScope()
    assert parsed("q=lop", is_portal=True).scope == NetworkScope()


def test_text_is_cleaned_and_bounded(parsed):
    assert parsed("q=%C2%A0%20tuye%CC%82%CC%89n%E2%80%8B%20%20sinh").text == "tuyển sinh"
    assert len(parsed("q=" + "a" * 5_000).text) == 200


@pytest.mark.parametrize(
    "nonsense",
    [
        "loai=bi-mat",
        "cap=dai-hoc",
        "nam=hai-nghin",
        "nam=%C2%B2026",
        "xa=../../",
        "loai-don-vi=%27--",
        "trang=-4",
        "xep=gia",
        "loai-van-ban=To+roi",
        "linh-vuc=Bi+mat",
        "hieu-luc=mai-mai",
        "co-quan=" + "x" * 200,
        "tu=31/02/2026",
        "den=99999-01-01",
        "tu=0001-01-01",
        "tu=2026-02-01&den=2026-01-01",
    ],
)
def test_nonsense_is_ignored(parsed, nonsense):
    assert parsed(f"q=lop&{nonsense}") == parsed("q=lop")


def test_choices_are_taken_once_each_in_order(parsed):
    filters = parsed("loai=article&loai=legal_document&loai=article&nam=2026").filters
    assert filters == {Facet.TYPE: ("article", "legal_document"), Facet.YEAR: ("2026",)}


@pytest.mark.parametrize(
    ("page", "expected"), [("", 1), ("3", 3), ("0", 1), ("x", 1), ("1000", 1_000), ("1001", 1), ("999999999999", 1)]
)
def test_page_stays_within_the_hits_that_are_shown(parsed, page, expected):
    assert parsed(f"q=lop&trang={page}").page == expected


def test_days_are_read_as_people_and_date_fields_write_them(parsed):
    asked = parsed("q=lop&tu=01/02/2026&den=2026-03-01")
    assert (asked.from_day, asked.to_day) == (date(2026, 2, 1), date(2026, 3, 1))
    first, late = asked.dated
    assert (first.isoformat(), late.isoformat()) == ("2026-02-01T00:00:00+07:00", "2026-03-02T00:00:00+07:00")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("q=lop&tu=2026-01-01&den=2026-01-01&trang=1000", ""),
        ("q=" + "a" * 201, "Câu hỏi dài quá 200 ký tự nên chúng tôi chỉ tìm phần đầu."),
        ("q=lop&tu=mai", "Ngày “mai” không đọc được nên không được lọc. Bạn ghi như 24/11/2026."),
        (
            "q=lop&tu=2026-02-01&den=2026-01-01",
            "“Từ ngày” đứng sau “đến ngày” nên không lọc theo ngày. Bạn đổi lại hai ngày này.",
        ),
        (
            "q=lop&trang=10001",
            "Mỗi lần tìm chỉ xem được 10.000 kết quả đầu. Bạn thêm từ hoặc bộ lọc để có ít kết quả hơn.",
        ),
    ],
)
def test_what_was_left_out_is_told_in_a_sentence(query, told):
    assert problems(QueryDict(query)) == ((told,) if told else ())


def test_order_and_exactness(parsed):
    assert parsed("q=lop&xep=moi-nhat&dung-chu=1").order is Order.NEWEST
    assert parsed("q=lop&dung-chu=1").exact


def test_unit_is_found_by_a_typed_name_with_or_without_marks(parsed, an_binh):
    for name in ("Trường Tiểu học An Bình", "an binh", "AN BÌNH"):
        assert parsed(f"don-vi={name}").filters[Facet.UNIT] == (str(an_binh.unit.uuid),)


def test_unknown_unit_finds_nothing_rather_than_everything(parsed):
    (unit,) = parsed("don-vi=truong+khong+co").filters[Facet.UNIT]
    assert set(unit) <= set("0-")


def test_request_without_a_scope_cannot_be_made():
    with pytest.raises(TypeError):
        SearchRequest(text="lop", at=TODAY)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        ask("lop", scope=None)


def test_request_past_the_last_shown_hit_cannot_be_made():
    with pytest.raises(ValueError, match="within the first 10000 hits"):
        ask("lop", page=1_001)

"""What is found, in which order, for whom: the same assertions for both engines where they must agree."""

import unicodedata
from datetime import timedelta

import pytest

from search import fallback
from search.facets import Facet
from search.index import engine
from search.request import Order
from search.scope import UnitScope
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.document import Origin
from tenants.registry.models import Entry
from tests.search.support import ask, deliver
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch

TITLES = [
    "Kế hoạch tuyển sinh vào lớp 10 năm học 2027–2028",
    "Giải đáp câu hỏi về tuyển sinh lớp 10 cho phụ huynh",
    "Lớp ôn thi vào lớp 10 miễn phí",
    "Ngày hội đọc sách lần thứ năm",
    "Quyết định ban hành quy chế hoạt động",
    "Sở GD&ĐT tập huấn kỹ năng số cho giáo viên",
    "Thầy trò thi kéo co mừng xuân",
    "Hòa giải ở cơ sở và pháp luật",
]


@pytest.fixture(params=["index", "postgresql"])
def find(request, node, live_index, an_binh, phu_hoa):
    """Return the engine's `find` over the corpus: half of it An Bình's, half Phú Hòa's, and one document."""
    for number, title in enumerate(TITLES):
        unit = (an_binh, phu_hoa)[number % 2].unit
        record_published(unit=unit, document=document(number, title), at=NOON)
    record_published(
        unit=an_binh.unit,
        document=document(
            100,
            "Ban hành Quy chế hoạt động của Cổng thông tin điện tử",
            object_type="legal_document",
            document_number="1682/QĐ-SGDĐT",
            keywords="Quyết định 1682/QĐ-SGDĐT Sở Giáo dục và Đào tạo",
            year=2018,
        ),
        at=NOON,
    )
    deliver(node)
    return engine.find if request.param == "index" else fallback.find


def titles(found) -> list[str]:
    by_key = dict(Entry.objects.values_list("pk", "title"))
    return [by_key[key] for key in found.entries]


QUERIES = [
    "tuyển sinh lớp 10", "kỹ năng", "kĩ năng số", "quyết định", "Sở GDĐT", "đọc sách", "hoà giải", "thầy trò",
    "1682/QĐ-SGDĐT", "quy chế hoạt động của cổng", "phụ huynh hỏi về lớp học thêm",
]  # fmt: skip


def without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFD", text).translate(
        dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"))
    )
    return plain.replace("đ", "d").replace("Đ", "D")


def test_query_without_marks_finds_every_hit_of_the_query_with_marks(find):
    for query in QUERIES:
        marked, bare = find(ask(query, size=100)), find(ask(without_marks(query), size=100))
        assert marked.entries, query
        assert set(bare.entries) == set(marked.entries), query
        assert bare.total == marked.total


def test_decomposed_query_finds_the_same(find):
    for query in QUERIES:
        decomposed = unicodedata.normalize("NFD", query)
        assert set(find(ask(decomposed, size=100)).entries) == set(find(ask(query, size=100)).entries), query


def test_best_match_comes_first(find):
    assert titles(find(ask("giai dap tuyen sinh lop 10")))[0] == TITLES[1]


NUMBERS = [
    "1682/QĐ-SGDĐT", "1682/qd-sgddt", "1682 / QĐ – SGD&ĐT", "1682/", "1682/qd", "quyết định 1682/QĐ-SGDĐT về cổng",
    "quyet dinh 1682",
]  # fmt: skip


def test_number_finds_its_document_first_however_it_is_typed(find):
    for typed in NUMBERS:
        assert titles(find(ask(typed)))[0] == "Ban hành Quy chế hoạt động của Cổng thông tin điện tử", typed


def test_unit_scope_has_no_foreign_hit(find, an_binh, phu_hoa):
    for site in (an_binh, phu_hoa):
        own = set(Entry.objects.filter(unit=site.unit).values_list("pk", flat=True))
        for query in [*QUERIES, ""]:
            found = find(ask(query, scope=UnitScope(site.unit.uuid), size=100))
            assert set(found.entries) <= own
            assert set(found.counts[Facet.UNIT]) <= {str(site.unit.uuid)}


def test_filter_by_another_unit_cannot_leave_the_scope(find, an_binh, phu_hoa):
    filters = {Facet.UNIT: (str(phu_hoa.unit.uuid),)}
    assert find(ask("tuyen sinh", scope=UnitScope(an_binh.unit.uuid), filters=filters)).entries == []


def test_filters_narrow_and_counts_ignore_their_own_facet(find, an_binh):
    plain = find(ask("quy che hoat dong"))
    assert plain.counts[Facet.TYPE] == {"article": 1, "legal_document": 1}
    narrowed = find(ask("quy che hoat dong", filters={Facet.TYPE: ("legal_document",)}))
    assert narrowed.total == 1
    assert narrowed.counts[Facet.TYPE] == {"article": 1, "legal_document": 1}
    assert narrowed.counts[Facet.YEAR] == {"2018": 1}
    assert narrowed.counts[Facet.UNIT] == {str(an_binh.unit.uuid): 1}


def test_every_facet_filters(find, an_binh):
    expected = {
        (Facet.TYPE, "article"): 8,
        (Facet.YEAR, "2026"): 8,
        (Facet.LEVEL, "tieu-hoc"): 9,
        (Facet.LEVEL, "thpt"): 0,
        (Facet.KIND, "tieu-hoc"): 9,
        (Facet.COMMUNE, an_binh.unit.commune_id): 9,
        (Facet.COMMUNE, "00000"): 0,
        (Facet.UNIT, str(an_binh.unit.uuid)): 5,
    }
    for (facet, value), total in expected.items():
        assert find(ask("", filters={facet: (value,)})).total == total, (facet, value)


def test_values_within_a_facet_are_alternatives(find):
    assert find(ask("", filters={Facet.YEAR: ("2018", "2026")})).total == 9


def test_relaxed_when_too_little_matches_all_words(find):
    found = find(ask("ngày hội đọc sách của toàn thể phụ huynh"))
    assert found.relaxed
    assert titles(found)[0] == "Ngày hội đọc sách lần thứ năm"


def test_number_is_never_relaxed_and_nothing_is_relaxed_in_vain(find):
    assert not find(ask("1682/QĐ-SGDĐT")).relaxed
    assert not find(ask("miễn phí")).relaxed


def test_words_that_are_nowhere_find_nothing(find):
    assert find(ask("xylophone")).total == 0
    assert find(ask("!!!")).total == 0


def test_newest_first_when_asked(find, an_binh):
    for number, days in ((201, 2), (202, 1), (203, 3)):
        at = NOON - timedelta(days=days)
        record_published(unit=an_binh.unit, document=document(number, f"Bơi lội {number}", published_at=at), at=NOON)
    deliver_again()
    assert titles(find(ask("bơi lội", order=Order.NEWEST))) == ["Bơi lội 202", "Bơi lội 201", "Bơi lội 203"]


def test_pages_follow_each_other_without_gap_or_repeat(find):
    whole = find(ask("", order=Order.NEWEST, size=9)).entries
    pages = [find(ask("", order=Order.NEWEST, size=4, page=page)).entries for page in (1, 2, 3)]
    assert [key for page in pages for key in page] == whole
    assert [len(page) for page in pages] == [4, 4, 1]


def test_taken_down_thing_is_gone(find, an_binh):
    record_gone(unit=an_binh.unit, object_type="article", object_id=0, at=NOON)
    deliver_again()
    assert TITLES[0] not in titles(find(ask("tuyen sinh lop 10")))


def test_republished_post_counts_under_its_origin(find, portal):
    origin = Origin(unit_name="Trường cũ", url="", kind="thpt", levels=("thpt",), commune_code="00001")
    record_published(
        unit=portal.unit, document=document(1, "Bài về đua thuyền", object_type="republished", origin=origin), at=NOON
    )
    deliver_again()
    counts = find(ask("đua thuyền")).counts
    assert (counts[Facet.LEVEL], counts[Facet.COMMUNE]) == ({"thpt": 1}, {"00001": 1})


def test_recent_news_outranks_old_news_that_fits_as_well(node, live_index, an_binh):
    for number, days in ((1, 700), (2, 1), (3, 300)):
        at = NOON - timedelta(days=days)
        record_published(unit=an_binh.unit, document=document(number, "Khai giảng", published_at=at), at=NOON)
    deliver(node)
    newest, *_ = engine.find(ask("khai giang")).entries
    assert Entry.objects.get(pk=newest).object_id == 2


def test_exact_search_finds_only_the_marks_typed(node, live_index, an_binh):
    record_published(unit=an_binh.unit, document=document(1, "Hoa hồng"), at=NOON)
    record_published(unit=an_binh.unit, document=document(2, "Hóa học"), at=NOON)
    deliver(node)
    assert len(engine.find(ask("hoa")).entries) == 2
    assert titles(engine.find(ask("hóa", exact=True))) == ["Hóa học"]


def test_exact_diacritics_come_first(node, live_index, an_binh):
    for number, title in enumerate(["Cuộc thi hòa nhạc", "Cuộc thi hóa học hay", "Cuộc thi hoa đẹp"]):
        record_published(unit=an_binh.unit, document=document(number, title), at=NOON)
    deliver(node)
    assert titles(engine.find(ask("cuộc thi hóa")))[0] == "Cuộc thi hóa học hay"


def deliver_again() -> None:
    from search.client import get_client

    client = get_client()
    assert client is not None
    deliver(client)


@pytest.mark.parametrize(
    ("name", "first"), [("tiểu học an bình", 0), ("th phu hoa", 1), ("Trường Tiểu học Phú Hoà", 1)]
)
def test_things_of_a_named_unit_come_first_without_saying_its_name(find, name, first):
    assert titles(find(ask(f"{name} tuyển sinh lớp 10")))[0] == TITLES[first]
    assert titles(find(ask(f"tuyen sinh lop 10 {name}")))[0] == TITLES[first]

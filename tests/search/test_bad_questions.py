"""What nobody means to type: a page and a sentence in Vietnamese whichever engine answers, never an error."""

import re
from unicodedata import normalize
from urllib.parse import quote

import pytest

from tenants.registry.actions.record_published import record_published
from tests.search.support import deliver
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch

FOUND = "<strong>1 kết quả</strong>"
NOTHING = "Chưa có kết quả nào cho"
# The query string; what the page must say; whether it must say that the backup answers.
QUESTIONS = {
    "q=" + "tuyen+sinh+" * 1_000: "Câu hỏi dài quá 200 ký tự",
    "q=" + quote('"tuyển sinh" AND (lớp OR -10) title:* ~2 ^3 \\ / && || ! {a TO b}'): "kết quả",
    "q=" + quote("tuyển' & sinh | ! <-> :* ''"): FOUND,
    "q=" + quote("🎓📚"): NOTHING,
    "q=" + quote("🎓 tuyển sinh 👨‍👩‍👧"): FOUND,
    "q=" + quote(normalize("NFD", "tuyển sinh")): FOUND,
    "q=" + quote("tuy\u200bển\u00ad \ufeffsinh"): FOUND,
    "q=" + quote("ＴＵＹＥＮ　ＳＩＮＨ"): FOUND,
    "q=": "Tìm kiếm toàn mạng lưới",
    "q=%20%00": "Tìm kiếm toàn mạng lưới",
    "q=%00tuyen%00+sinh%00": FOUND,
    "q=%FF%FEtuyen": "kết quả",
    "q=tuyen+sinh&trang=10001": "Mỗi lần tìm chỉ xem được 10.000 kết quả đầu",
    "q=tuyen+sinh&trang=900": "Không có trang 900: chỉ có 1 trang kết quả.",
    "q=tuyen+sinh&tu=31/02/2026": "Ngày “31/02/2026” không đọc được",
    "q=tuyen+sinh&tu=9999-12-31&den=9999-12-31": "không đọc được",
    "q=tuyen+sinh&tu=2026-12-01&den=2026-01-01": "“Từ ngày” đứng sau “đến ngày”",
    "q=tuyen+sinh&den=1900-01-01": NOTHING,
    "q=tuyen+sinh&loai=%27%3B--&nam=-1&xa=../..&hieu-luc=%00": FOUND,
    "q=tuyen+sinh&co-quan=%00" + "x" * 100: NOTHING,
    "q=tuyen+sinh&don-vi=%00%F0%9F%98%80": "kết quả",
    "q=1682/qd-" + "x" * 150: NOTHING,
    "q=(((((((((((((((((((((((": NOTHING,
}


@pytest.fixture(params=["index", "postgresql"])
def read(request, node, live_index, an_binh, portal, visitor, settings):
    """Return a function: query string → the portal's page, answered by the engine."""
    record_published(unit=an_binh.unit, document=document(1, "Tuyển sinh lớp 10"), at=NOON)
    deliver(node)
    if request.param == "postgresql":
        request.getfixturevalue("without_elasticsearch")

    def read_page(query: str) -> str:
        answer = visitor("so-gddt").get(f"/tim-kiem/?{query}")
        assert answer.status_code == 200, query[:60]
        page = re.sub(r"\s+", " ", answer.content.decode())
        is_degraded = "chế độ dự phòng" in page
        assert not (request.param == "index" and is_degraded), query[:60]
        return page

    return read_page


def test_every_bad_question_gets_a_page_that_says_what_happened(read):
    wrong = {query[:60]: told for query, told in QUESTIONS.items() if told not in read(query)}
    assert wrong == {}

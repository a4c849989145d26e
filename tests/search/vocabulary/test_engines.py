"""Both engines answer every spelling of one thing alike, over a corpus that writes it in all of them."""

import random
from collections.abc import Callable

import pytest

from search import fallback
from search.form import cleaned
from search.found import Found
from search.index import engine
from search.queries import search
from search.request import Order
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import Entry
from tests.search.support import ask, deliver
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch

FORMS = [
    ["GD&ĐT", "GDĐT", "GD-ĐT", "Giáo dục và Đào tạo"],
    ["THPT", "trung học phổ thông"],
    ["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"],
]
# What holds some of the words and means something else.
NOISE = ["giáo dục thể chất", "đào tạo nghề", "trung học cơ sở", "nhân dân trong xã", "phổ thông đại chúng", "tiểu học"]
SUBJECTS = [
    "Kế hoạch tuyển sinh",
    "Hội nghị tổng kết",
    "Tập huấn kỹ năng số",
    "Phối hợp chăm lo học sinh",
    "Lịch tiếp dân",
]
PLACES = ["Đông Hà", "Hải Lăng", "Gio Linh", "Vĩnh Linh", "Triệu Phong", "Cam Lộ", "Đồng Hới", "Lệ Thủy"]

ASKED = [
    ["GD&ĐT", "GDĐT", "giao duc va dao tao", "Gd-đt"],
    ["THPT", "thpt", "trung hoc pho thong"],
    ["UBND", "ubnd", "uy ban nhan dan"],
    ["tuyen sinh THPT Dong Ha", "tuyen sinh trung hoc pho thong Dong Ha"],
    ["tuyển sinh THPT Đông Hà", "tuyển sinh trung học phổ thông Đông Hà"],
    ["Sở GDĐT tập huấn", "Sở GD&ĐT tập huấn", "Sở Giáo dục và Đào tạo tập huấn"],
]


def titles() -> list[str]:
    chance = random.Random(8)  # noqa: S311 the same corpus each time
    written = [form for forms in FORMS for form in forms] * 20
    named = [f"{chance.choice(SUBJECTS)} của {form} {chance.choice(PLACES)} đợt {n}" for n, form in enumerate(written)]
    noise = [f"{chance.choice(SUBJECTS)} về {chance.choice(NOISE)} {chance.choice(PLACES)} {n}" for n in range(120)]
    return named + noise


@pytest.fixture(autouse=True)
def _patient(settings):
    settings.SEARCH_TIMEOUT_MS = 10_000  # which engine answers is not the question here


@pytest.fixture
def corpus(node, live_index, an_binh):
    for number, title in enumerate(titles()):
        record_published(unit=an_binh.unit, document=document(number, title), at=NOON)
    deliver(node)


def jaccard(one: Found, other: Found) -> float:
    return len(set(one.entries) & set(other.entries)) / max(1, len(set(one.entries) | set(other.entries)))


@pytest.mark.parametrize("find", [engine.find, fallback.find], ids=["index", "postgresql"])
def test_spellings_of_one_thing_find_the_same_in_the_same_order(corpus, find: Callable[..., Found]):
    for questions in ASKED:
        first, *others = (find(ask(text, size=20)) for text in questions)
        assert len(first.entries) == 20, questions
        for text, found in zip(questions[1:], others, strict=True):
            assert jaccard(first, found) >= 0.95, (questions[0], text)
            assert found.total == first.total, (questions[0], text)
    for forms in FORMS:
        found = find(ask(forms[0], size=200, order=Order.NEWEST))
        shown = "\n".join(Entry.objects.filter(pk__in=found.entries).values_list("title", flat=True))
        assert all(f"của {form} " in shown for form in forms), forms
        assert found.total == 20 * len(forms), forms  # none of those that hold some of the words


def test_long_form_is_marked_when_the_short_one_was_typed_and_the_reverse(corpus):
    for typed, written in (("gddt", "Giáo dục và Đào tạo"), ("trung hoc pho thong", "THPT")):
        shown = [str(hit.title) for hit in search(ask(typed, size=100)).hits]
        assert any(f"của <mark>{written}</mark>" in title for title in shown), (typed, shown[:3])


def test_asking_costs_no_further_queries_once_the_vocabulary_is_known(corpus, django_assert_num_queries):
    search(ask("GDĐT"))  # reads the vocabulary and the list of syllables
    with django_assert_num_queries(0):
        engine.find(ask("GDĐT THPT UBND"))
    with django_assert_num_queries(3):
        fallback.find(ask("GDĐT THPT UBND"))


SAME_WORD = [
    ("kĩ thuật", "Kỹ thuật"), ("mĩ thuật", "Mỹ thuật"), ("lí thuyết", "Lý thuyết"), ("quí một", "Quý một"),
    ("công ti", "Công ty"), ("hoà nhạc", "Hòa nhạc"), ("khoẻ mạnh", "Khỏe mạnh"), ("thuỷ lợi", "Thủy lợi"),
    ("thi hi vọng", "Thi hy vọng"), ("ＫＹ ＴＨＵＡＴ", "Kỹ thuật"), ("k\u200bỹ thuật", "Kỹ thuật"),
    ("ky\u0303 thua\u0323\u0302t", "Kỹ thuật"),
]  # fmt: skip
OTHER_WORD = [("tai", "Bàn tay"), ("ngai", "Ngày hội"), ("thui", "Thủy tinh"), ("quai", "Quay phim"), ("mâi", "Mây")]


@pytest.mark.parametrize("find", [engine.find, fallback.find], ids=["index", "postgresql"])
def test_tone_and_i_for_y_make_no_difference_where_the_word_is_the_same(node, live_index, an_binh, find):
    written = dict.fromkeys(title for _typed, title in SAME_WORD + OTHER_WORD)
    for number, title in enumerate(written):
        record_published(unit=an_binh.unit, document=document(number, title, body=""), at=NOON)
    deliver(node)
    by_key = dict(Entry.objects.values_list("pk", "title"))
    for typed, title in SAME_WORD:
        assert [by_key[key] for key in find(ask(cleaned(typed))).entries][:1] == [title], typed
    for typed, title in OTHER_WORD:
        assert find(ask(typed)).total == 0, (typed, title)

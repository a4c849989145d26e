"""'Có phải bạn tìm': marks restored and slips mended by what our own texts say; and what many asked."""

from collections import Counter
from datetime import timedelta
from urllib.parse import quote_plus

import pytest

from core.text.fold import fold
from search.querylog import record
from search.suggest.gather import gather_frequent
from search.suggest.keeper import learn_when_due
from search.suggest.models import FrequentQuery, SpellingModel
from search.suggest.spelling.learn import count, learn_spelling
from search.suggest.spelling.model import Spelling, load_spelling
from search.suggest.spelling.restore import restore
from tenants.registry.actions.record_published import record_published
from tests.search.support import TODAY
from tests.tenants.registry.documents import NOON, document

TEXTS = (
    "Tuyển sinh vào lớp 10 trung học phổ thông",
    "Kế hoạch tuyển sinh các lớp đầu cấp",
    "Tuyên truyền phòng, chống bạo lực học đường",
    "Trường mầm non tuyên truyền về dinh dưỡng",
    "Phòng Giáo dục phổ thông hướng dẫn năm học mới",
    "Công khai chất lượng giáo dục tiểu học",
)


@pytest.fixture
def spelling() -> Spelling:
    return Spelling(count((text, text) for text in TEXTS).model(at=NOON))


def test_marks_come_back_by_the_words_beside(spelling):
    assert [restore(fold(text), spelling) for text in TEXTS] == [text.lower() for text in TEXTS]


@pytest.mark.parametrize(
    ("typed", "meant"),
    {
        "tuyem sinh": "tuyển sinh",
        "tuyeenr sinh": "tuyển sinh",
        "mam noon": "mầm non",
        "giao ducj tiểu học": "giáo dục tiểu học",
        "THPT xyz 123": "THPT xyz 123",
        "tuyên truyền": "tuyên truyền",
    }.items(),
)
def test_slips_are_mended_and_everything_else_stays(spelling, typed, meant):
    assert restore(typed, spelling, with_slips=True) == meant


@pytest.fixture
def read(visitor, an_binh, without_elasticsearch):
    for number, text in enumerate(TEXTS):
        record_published(unit=an_binh.unit, document=document(number, text, body=text), at=NOON)
    learn_spelling(at=NOON)
    return lambda text: visitor("th-an-binh").get("/tim-kiem/", {"q": text}).text


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("tuyen sinh", "tuyển sinh"), ("tuyem sinh", "tuyển sinh"), ("tuyêm sinh", "tuyển sinh")],
)
def test_page_asks_whether_another_question_was_meant(read, asked, meant):
    page = read(asked)
    assert "Có phải bạn tìm:" in page
    assert f'href="?q={quote_plus(meant)}"' in page


@pytest.mark.parametrize("asked", ["tuyển sinh", "xyz", "xyzt uvw", "1682/QĐ-SGDĐT", "1682/qd-sgddt", "zz be boi", ""])
def test_page_asks_nothing_when_nobody_can_tell(read, asked):
    assert "Có phải bạn tìm:" not in read(asked)


def test_nothing_is_asked_before_anything_was_learned(visitor, an_binh, without_elasticsearch):
    assert load_spelling() is None
    assert "Có phải bạn tìm:" not in visitor("th-an-binh").get("/tim-kiem/", {"q": "tuyen sinh"}).text


def test_learning_is_due_at_once_and_then_by_night(an_binh):
    assert not learn_when_due(at=NOON)
    record_published(unit=an_binh.unit, document=document(1, "Tuyển sinh"), at=NOON)
    assert learn_when_due(at=NOON)
    assert SpellingModel.objects.get().built_at == NOON
    assert not learn_when_due(at=NOON + timedelta(minutes=5))
    assert learn_when_due(at=NOON + timedelta(hours=37))


def test_only_what_many_asked_in_our_own_words_is_offered(read, an_binh, phu_hoa):
    def asked(text: str, *, times: int, days: int, total: int = 5, unit=an_binh.unit, is_network: bool = True) -> None:
        for day in range(days):
            at = TODAY - timedelta(days=day)
            record.record(
                text=text, unit=unit, is_network=is_network, total=total, is_degraded=False, seconds=0.01, at=at
            )
            [one] = record.waiting.take()
            record.write(Counter({one: times}))

    asked("tuyen sinh", times=5, days=4)
    asked("Tuyển sinh", times=5, days=4, unit=phu_hoa.unit)
    asked("mầm non", times=100, days=2)
    asked("tiểu học", times=2, days=4)
    asked("trường xấu xa", times=10, days=9)
    asked("lớp 10", times=10, days=9, total=0)
    asked("học đường", times=10, days=9, is_network=False)
    assert gather_frequent(at=TODAY) == 2
    assert set(FrequentQuery.objects.values_list("unit", "text", "times")) == {
        (None, "tuyển sinh", 40),
        (an_binh.unit.pk, "học đường", 90),
    }

"""What is asked is counted, and nothing of a person is."""

from collections import Counter
from datetime import date, timedelta

import pytest

from search.querylog import record
from search.querylog.figures import Figures, figures
from search.querylog.forget import forget_old
from search.querylog.models import AskedQuery
from search.querylog.privacy import keepable
from search.querylog.report import lines, top_queries, zero_queries
from tenants.registry.actions.record_published import record_published
from tests.search.support import TODAY
from tests.tenants.registry.documents import NOON, document

KEPT = {
    "  Tuyển sinh   LỚP 10 ": "tuyển sinh lớp 10",
    "tuyen sinh lop 10 2025 2026": "tuyen sinh lop 10 2025 2026",
    "năm học 2025-2026": "năm học 2025-2026",
    "53/2012/TT-BGDĐT": "53/2012/tt-bgdđt",
    "quyết định 1682/QĐ-SGDĐT": "quyết định 1682/qđ-sgdđt",
    "lịch thi ngày 20/11": "lịch thi ngày 20/11",
    "khai giảng 2026": "khai giảng 2026",
    "toán lớp 10 2026": "toán lớp 10 2026",
}
DROPPED = [
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "+84 912-345-678",
    "đt 0233 3852 000",
    "045123456789",
    "số cccd 0451 2345 6789",
    "cmnd 123456789",
    "sbd 1234",
    "số báo danh 33000123",
    "012345",
    "kết quả thi 012345",
    "nguyễn văn an 3/5/2011",
    "lan@anbinh.example",
    "@lan",
    "mã định danh 45 01",
    "zalo cô lan 0912",
    "x" * 101,
    "   ",
]


@pytest.mark.parametrize(("typed", "kept"), KEPT.items())
def test_ordinary_question_is_counted_in_one_spelling(typed, kept):
    assert keepable(typed) == kept


@pytest.mark.parametrize("typed", DROPPED)
def test_question_that_may_belong_to_a_person_is_dropped_whole(typed):
    assert keepable(typed) is None


def ask(unit, text: str, *, times: int = 1, total: int = 3, seconds: float = 0.02, days_ago: int = 0) -> None:
    for _ in range(times):
        record.record(
            text=text,
            unit=unit,
            is_network=True,
            total=total,
            is_degraded=False,
            seconds=seconds,
            at=TODAY - timedelta(days=days_ago),
        )
    record.write(record.waiting.take())


def test_search_page_is_counted_without_a_query_and_written_later(an_binh, visitor, without_elasticsearch, settings):
    record_published(unit=an_binh.unit, document=document(1, "Tuyển sinh lớp 1"), at=NOON)
    reader = visitor("th-an-binh")
    for address in ("?q=Tuyen+sinh", "?q=tuyen+sinh", "?q=0912345678", "?q=tuyen+sinh&trang=2", "?loai=article", ""):
        assert reader.get(f"/tim-kiem/{address}").status_code == 200
    assert not AskedQuery.objects.exists()
    settings.QUERY_LOG_SECONDS = -1
    record.write_when_due()
    rows = AskedQuery.objects.all()
    assert {(row.unit, row.is_network, row.text, row.hits, row.engine) for row in rows} == {
        (an_binh.unit, False, "tuyen sinh", 1, "fallback")
    }
    assert sum(row.times for row in rows) == 2  # each of them took its own time


def test_counts_of_two_processes_add_up(an_binh):
    ask(an_binh.unit, "tuyển sinh", times=2)
    ask(an_binh.unit, "tuyển sinh", times=3)
    assert AskedQuery.objects.get().times == 5


def test_flood_of_different_questions_does_not_fill_the_memory(an_binh, monkeypatch):
    monkeypatch.setattr(record, "MAX_WAITING", 2)
    for number in range(5):
        ask_one = record.Asked(TODAY.date(), an_binh.unit.pk, True, f"hỏi {number}", f"hoi {number}", 0, "index", 5)
        record.waiting.add(ask_one)
    assert len(record.waiting.take()) == 2


def test_counting_nothing_writes_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        record.write_when_due()
    assert record.waiting.take() == Counter()


def test_figures_tell_how_questions_were_answered(an_binh):
    assert figures(date(2026, 11, 1)) == Figures()
    ask(an_binh.unit, "tuyển sinh", times=18, seconds=0.009)
    ask(an_binh.unit, "bể bơi", times=2, total=0, seconds=0.18)
    ask(an_binh.unit, "quá cũ", times=50, days_ago=30)
    assert figures(date(2026, 11, 20)) == Figures(asked=20, zero_share=0.1, p50=10, p95=200)


def test_report_shows_what_several_asked(an_binh):
    ask(an_binh.unit, "tuyen sinh", times=4)
    ask(an_binh.unit, "tuyển sinh", times=3, days_ago=2)
    ask(an_binh.unit, "be boi", times=5, total=0)
    ask(an_binh.unit, "nguyễn văn an", times=2, total=0)
    shown = [(line.text, line.times, line.zero, line.days) for line in lines(top_queries(days=7, at=TODAY))]
    assert shown == [("tuyển sinh", 7, 0, 2), ("be boi", 5, 5, 1)]
    assert [line.text for line in lines(zero_queries(days=7, at=TODAY))] == ["be boi"]
    assert [line.times for line in lines(top_queries(days=1, at=TODAY))] == [5, 4]


def test_questions_are_forgotten_after_90_days(an_binh):
    ask(an_binh.unit, "cũ", days_ago=91)
    ask(an_binh.unit, "mới", days_ago=90)
    assert forget_old(at=TODAY) == 1
    assert AskedQuery.objects.get().text == "mới"

"""Why a question finds a thing: in sentences, with Elasticsearch and without."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.bestbets.models import BestBet
from search.explaining.explain import explain
from tenants.registry.actions.record_published import record_published
from tenants.registry.folding import folded_text
from tenants.registry.models import Entry
from tests.search.support import TODAY, ask, deliver
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch

WHY = "/quan-tri/vi-sao/"


@pytest.fixture
def reading(node, live_index, an_binh, portal) -> Entry:
    """An Bình's post, beside another and a document that has ended."""
    entry = record_published(unit=an_binh.unit, document=document(1, "Ngày hội đọc sách"), at=NOON)
    record_published(unit=an_binh.unit, document=document(2, "Sách cũ"), at=NOON)
    ended = document(
        3, "Quy chế thư viện", object_type="legal_document", document_number="5/QĐ-SGDĐT", expiry_date=date(2026, 1, 1)
    )
    record_published(unit=portal.unit, document=ended, at=NOON)
    deliver(node)
    return entry


def test_reasons_name_words_place_score_and_age(reading):
    reasons = explain(ask("doc sach hay"), reading)
    assert len(reasons) <= 8
    assert reasons[0] == "Câu hỏi gõ không dấu nên chữ có dấu và không dấu tính như nhau."
    assert "Từ có trong tiêu đề: doc, sach. Trong nội dung: không từ nào. Không có: hay." in reasons
    assert "Trang này đứng thứ 1 trong 2 kết quả." in reasons
    (score,) = [reason for reason in reasons if reason.startswith("Điểm")]
    assert "từng từ" in score
    assert "hai từ liền nhau" in score
    (age,) = [reason for reason in reasons if reason.startswith("Tin càng mới")]
    assert "bài ngày 20/11/2026 giữ" in age


def test_parts_of_a_score_make_the_whole(reading):
    from search.index.engine import explain as account

    score = account(ask("ngày hội đọc sách"), reading)
    assert score is not None
    assert 0.7 <= score.factor <= 1


def test_reasons_name_the_number_the_end_and_what_the_department_suggests(reading):
    ended = Entry.objects.get(object_type="legal_document")
    BestBet.objects.create(
        spellings=["x"], keys=[folded_text("quy che thu vien")], title="Quy chế mới", address="https://example.com/",
        starts_on=TODAY.date(), changed_at=TODAY,
    )  # fmt: skip
    reasons = explain(ask("quy chế thư viện"), ended)
    assert (
        "Văn bản đã hết hiệu lực từ 01/01/2026 nên đứng sau văn bản còn hiệu lực, trừ khi người đọc gõ đúng số."
        in reasons
    )
    assert reasons[-1] == "Sở đề xuất lên đầu cho câu hỏi này: “Quy chế mới”."
    assert explain(ask("5/qd-sgddt"), ended)[0] == "Câu hỏi được hiểu là số văn bản 5/qd-sgddt."


def test_reasons_say_when_nothing_fits_and_when_postgresql_answered(reading, without_elasticsearch):
    reasons = explain(ask("bơi lội"), reading)
    assert "Trang này không có trong 100 kết quả đầu." in reasons
    assert any(reason.startswith("Elasticsearch không trả lời") for reason in reasons)


def test_command_and_screen_take_a_key_or_an_address(reading, log_in):
    out = StringIO()
    call_command("search", "explain", "doc sach", str(reading.pk), stdout=out)
    address = "http://th-an-binh.localhost:8000/tin-tuc/bai-1/"
    call_command("search", "explain", "doc sach", address, stdout=out)
    assert out.getvalue().count("“doc sach” → Ngày hội đọc sách (Trường Tiểu học An Bình)") == 2
    with pytest.raises(CommandError, match="Không có trang công khai nào"):
        call_command("search", "explain", "doc sach", "http://th-an-binh.localhost/khong-co/")
    desk = log_in("dung@so.example")
    assert "đứng thứ 1" in desk.get(WHY, {"q": "doc sach", "dia-chi": address}).content.decode()
    for nonsense in ("http://[::1", "a\0b", "9" * 400):
        assert "Không có trang công khai nào" in desk.get(WHY, {"q": "doc", "dia-chi": nonsense}).content.decode()
    assert log_in("minh@anbinh.example").get(WHY).status_code == 404

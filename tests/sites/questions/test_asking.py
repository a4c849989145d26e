"""A citizen sends a question and looks up what became of it."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from sites.clock import tick
from sites.questions.actions.reply import answer_question
from sites.questions.models import Question, QuestionsPage
from sites.questions.models.question import KEPT_AFTER_ANSWER, KEPT_AT_MOST
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite
from tenants.units.statuses import UnitStatus
from tests.sites.questions.conftest import ASK, SENT, add_answered, ask
from tests.support.guarded_form import Sender, read_guard

pytestmark = pytest.mark.django_db

FIELDS = {"topic": "tuyen-sinh", "text": "Học sinh khuyết tật nộp hồ sơ vào lớp 10 ở đâu?"}
PERSON = {"full_name": "Bùi Thị Sen", "contact": "sen@vidu.example", "consent": "on"}


@pytest.fixture
def reader(visitor, an_binh: UnitSite) -> Client:
    return visitor("th-an-binh")


def questions(site: UnitSite) -> list[Question]:
    with use_site(site):
        return list(Question.objects.all())


def test_question_without_a_name_is_received(reader: Client, an_binh: UnitSite, send: Sender) -> None:
    answer = send(reader, ASK, **FIELDS)
    assert answer.status_code == 302
    (question,) = questions(an_binh)
    assert question.text == FIELDS["text"]
    assert question.consent_words == ""
    page = reader.get(answer["Location"]).text
    assert "Đã nhận câu hỏi." in page
    assert question.code in page


def test_personal_data_is_kept_with_the_words_agreed_to(reader: Client, an_binh: UnitSite, send: Sender) -> None:
    send(reader, ASK, **FIELDS, **PERSON, shows_name="on")
    (question,) = questions(an_binh)
    assert (question.asker_name, question.contact, question.shows_name) == ("Bùi Thị Sen", "sen@vidu.example", True)
    assert "Tôi đồng ý để Trường Tiểu học An Bình dùng họ tên" in question.consent_words
    assert "cho hiện họ tên" in question.consent_words


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"topic": ""}, "Bạn chưa chọn lĩnh vực"),
        ({"topic": "bia-dat"}, "Lĩnh vực này không có trong danh sách"),
        ({"text": ""}, "Bạn chưa viết câu hỏi"),
        ({"text": "Mấy giờ?"}, "Câu hỏi còn ngắn quá"),
        ({"text": "a" * 3001}, "Câu hỏi dài 3001 ký tự"),
        ({"contact": "số nhà 5", "consent": "on"}, "không đọc được cách liên hệ"),
        ({"full_name": "Sen"}, "Hãy đánh dấu đồng ý"),
        ({"contact": "0912 345 678"}, "Hãy đánh dấu đồng ý"),
        ({"sum": "1"}, "Kết quả chưa đúng"),
        ({"website": "http://x.example"}, "phải để trống"),
    ],
)
def test_what_is_missing_is_said_and_the_words_stay(
    reader: Client, an_binh: UnitSite, send: Sender, changes: dict[str, str], sentence: str
) -> None:
    sent = {**FIELDS, **changes}
    answer = send(reader, ASK, **sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert sent["text"] in answer.text
    assert questions(an_binh) == []


def test_form_sent_twice_is_one_question(reader: Client, an_binh: UnitSite, monkeypatch: Any, send: Sender) -> None:
    first = send(reader, ASK, **FIELDS)
    sent = first.wsgi_request.POST.dict()
    assert reader.post(ASK, sent)["Location"] == first["Location"]
    assert len(questions(an_binh)) == 1


def test_consent_boxes_are_not_ticked(reader: Client) -> None:
    assert "checked" not in reader.get(ASK).text


def test_sender_is_slowed_down_without_losing_words(reader: Client, an_binh: UnitSite, send: Sender) -> None:
    for _number in range(10):
        assert send(reader, ASK, **FIELDS).status_code == 302
    answer = send(reader, ASK, **FIELDS)
    assert answer.status_code == 429
    assert "máy tạm dừng nhận" in answer.text
    assert FIELDS["text"] in answer.text
    assert len(questions(an_binh)) == 10


def test_unit_without_the_section_or_ended_takes_no_questions(reader: Client, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        QuestionsPage.objects.get().unpublish()
    assert reader.get(ASK).status_code == 404


def test_ended_unit_takes_no_questions(reader: Client, an_binh: UnitSite) -> None:
    Unit.objects.filter(pk=an_binh.unit.pk).update(status=UnitStatus.CLOSED)
    assert reader.get(ASK).status_code == 404


def test_only_the_code_leads_to_a_question_and_only_in_its_unit(visitor, an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    with use_site(an_binh):
        question = ask()
    typed = question.code.lower().replace("-", " ")
    own = visitor("th-an-binh").get("/hoi-dap/theo-doi/", {"ma": typed}).text
    assert question.text in own
    assert "Bùi Thị Sen" not in own
    assert "sen@vidu.example" not in own
    for client, code in ((visitor("th-phu-hoa"), question.code), (visitor("th-an-binh"), "AAAA-BBBB-CCCC")):
        page = client.get("/hoi-dap/theo-doi/", {"ma": code}).text
        assert question.text not in page
        assert "Không có câu hỏi nào mang mã này" in page


def test_lookups_are_slowed_down(reader: Client) -> None:
    answers = [reader.get("/hoi-dap/theo-doi/", {"ma": "AAAA-BBBB-CCCC"}).status_code for _number in range(61)]
    assert answers[59:] == [200, 429]


def test_own_page_is_not_kept_by_anybody(reader: Client) -> None:
    answer = reader.get("/hoi-dap/theo-doi/")
    assert "no-store" in answer["Cache-Control"]
    assert 'content="noindex' in answer.text


def test_personal_data_is_erased_ninety_days_after_the_answer(an_binh: UnitSite, log_in) -> None:
    log_in("minh@anbinh.example")
    from core.accounts.models import User

    with use_site(an_binh):
        question = ask()
        user = User.objects.get()
        answer_question(
            question_pk=question.pk,
            room="Văn phòng",
            reply="Phụ huynh nộp đơn ở nơi đến.",
            is_private=False,
            user=user,
            at=SENT,
        )
    tick(at=SENT + KEPT_AFTER_ANSWER - timedelta(days=1))
    assert questions(an_binh)[0].contact
    tick(at=SENT + KEPT_AFTER_ANSWER)
    (question,) = questions(an_binh)
    assert (question.asker_name, question.contact) == ("", "")
    assert question.consent_words
    assert question.text


def test_personal_data_of_a_forgotten_question_is_erased_after_a_year(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        ask()
    tick(at=SENT + KEPT_AT_MOST)
    assert questions(an_binh)[0].contact == ""


def test_ticket_of_another_unit_is_not_taken(visitor, an_binh: UnitSite, phu_hoa: UnitSite, send: Sender) -> None:
    guard = read_guard(visitor("th-phu-hoa").get(ASK).text)
    assert send(visitor("th-an-binh"), ASK, **{**FIELDS, **guard}).status_code == 422
    assert questions(an_binh) == []


def test_asker_withdraws_with_the_code(reader: Client, an_binh: UnitSite, send: Sender) -> None:
    code = parse_qs(urlsplit(send(reader, ASK, **FIELDS, **PERSON)["Location"]).query)["ma"][0]
    assert "Rút đồng ý" in reader.get("/hoi-dap/theo-doi/", {"ma": code}).text
    answer = reader.post("/hoi-dap/rut-dong-y/", {"ma": code}, follow=True)
    assert "Rút đồng ý" not in answer.text
    (question,) = questions(an_binh)
    assert (question.asker_name, question.contact) == ("", "")
    assert question.consent_words


def test_published_name_can_be_withdrawn_after_the_rest_was_erased(reader: Client, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        question = ask(shows_name=True)
        page = add_answered(asker_name=question.asker_name)
        Question.objects.update(page=page, asker_name="", contact="")
        address = page.url
    assert "Rút đồng ý" in reader.get("/hoi-dap/theo-doi/", {"ma": question.code}).text
    reader.post("/hoi-dap/rut-dong-y/", {"ma": question.code})
    assert "Bùi Thị Sen" not in reader.get(address).text


def test_wrong_code_withdraws_nothing(reader: Client, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        ask()
    reader.post("/hoi-dap/rut-dong-y/", {"ma": "AAAA-BBBB-CCCC"})
    assert questions(an_binh)[0].contact


def test_form_tells_how_long_data_is_kept(reader: Client) -> None:
    page = reader.get(ASK).text
    assert f"xóa {KEPT_AFTER_ANSWER.days} ngày sau khi trả lời" in page
    assert "chậm nhất một năm" in page
    assert KEPT_AT_MOST.days == 365

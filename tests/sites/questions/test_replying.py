"""Editors answer, decline and publish; the asker hears of it."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django_tasks_db.models import DBTaskResult

from sites.questions.enums import QuestionState
from sites.questions.models import Question, QuestionPage
from sites.questions.tasks import mail_reply
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.questions.conftest import ask

pytestmark = pytest.mark.django_db

REPLY = "Phụ huynh nộp đơn và học bạ.\n\nTrường trả lời trong 5 ngày."
ANSWER = {"step": "answer", "answer-room": "Văn phòng", "answer-reply": REPLY}
DECLINE = {
    "step": "decline",
    "decline-room": "Văn phòng",
    "decline-reason": "Việc này thuộc Ủy ban nhân dân xã, bạn hỏi ở đó.",
}
PUBLISH = {
    "step": "publish",
    "publish-title": "Chuyển trường cần giấy tờ gì?",
    "publish-text": "Chuyển trường giữa năm cần giấy tờ gì?",
}


@pytest.fixture
def question(an_binh: UnitSite) -> Question:
    with use_site(an_binh):
        return ask()


@pytest.fixture
def minh(log_in: Callable[..., Client]) -> Client:
    return log_in("minh@anbinh.example")


def address(question: Question) -> str:
    return f"/quan-tri/cau-hoi/{question.pk}/"


def page_address(question: Question, site: UnitSite) -> str:
    with use_site(site):
        return Question.objects.get(pk=question.pk).page.url


def now(question: Question, site: UnitSite) -> Question:
    with use_site(site):
        return Question.objects.select_related("page").get(pk=question.pk)


def test_answer_reaches_the_asker_by_code_and_mail(
    minh: Client, visitor: Callable[[str], Client], question: Question, an_binh: UnitSite
) -> None:
    minh.post(address(question), ANSWER)
    assert now(question, an_binh).state == QuestionState.ANSWERED
    page = visitor("th-an-binh").get("/hoi-dap/theo-doi/", {"ma": question.code}).text
    assert "Trả lời của Văn phòng" in page
    assert "Trường trả lời trong 5 ngày." in page
    assert DBTaskResult.objects.filter(task_path="sites.questions.tasks.mail_reply").count() == 1
    with use_site(an_binh):
        mail_reply.call(question.pk)
    (letter,) = mail.outbox
    assert letter.to == ["sen@vidu.example"]
    assert letter.subject == f"Câu hỏi {question.code} đã có trả lời"
    assert REPLY in letter.body
    assert "th-an-binh.localhost" in letter.body


def test_declined_question_tells_why_and_is_never_published(
    minh: Client, visitor: Callable[[str], Client], question: Question, an_binh: UnitSite
) -> None:
    minh.post(address(question), DECLINE)
    page = visitor("th-an-binh").get("/hoi-dap/theo-doi/", {"ma": question.code}).text
    assert "Việc này thuộc Ủy ban nhân dân xã" in page
    minh.post(address(question), PUBLISH)
    assert now(question, an_binh).page is None


def test_published_question_carries_no_personal_data(
    minh: Client, visitor: Callable[[str], Client], question: Question, an_binh: UnitSite
) -> None:
    minh.post(address(question), ANSWER)
    minh.post(address(question), PUBLISH)
    page = now(question, an_binh).page
    assert page.live
    text = visitor("th-an-binh").get(page_address(question, an_binh)).text
    assert "Chuyển trường cần giấy tờ gì?" in text
    assert "<p>Phụ huynh nộp đơn và học bạ.</p>" in text
    assert "Sen" not in text
    entry = Entry.objects.get(object_type="question", object_id=page.pk)
    assert "Sen" not in str(entry.document)
    assert "học bạ" in str(entry.document)


def test_name_goes_along_when_the_asker_agreed(
    minh: Client, visitor: Callable[[str], Client], an_binh: UnitSite
) -> None:
    with use_site(an_binh):
        agreed = ask(shows_name=True)
    minh.post(address(agreed), ANSWER)
    minh.post(address(agreed), PUBLISH)
    text = visitor("th-an-binh").get(page_address(agreed, an_binh)).text
    assert "Bùi Thị Sen" in text
    assert "sen@vidu.example" not in text


@pytest.mark.parametrize("by", ["asker", "staff"])
def test_private_question_is_answered_but_not_published(minh: Client, an_binh: UnitSite, by: str) -> None:
    with use_site(an_binh):
        private = ask(is_private=by == "asker")
    minh.post(address(private), ANSWER | ({"answer-is_private": "on"} if by == "staff" else {}))
    minh.post(address(private), PUBLISH)
    answered = now(private, an_binh)
    assert answered.state == QuestionState.ANSWERED
    assert answered.is_private
    assert answered.page is None
    with use_site(an_binh):
        assert not QuestionPage.objects.exists()
    assert not Entry.objects.filter(object_type="question").exists()


def test_second_reply_finds_the_question_answered(minh: Client, question: Question, an_binh: UnitSite) -> None:
    minh.post(address(question), ANSWER)
    answer = minh.post(address(question), DECLINE, follow=True)
    assert "đã được người khác xử lý" in answer.text
    assert now(question, an_binh).state == QuestionState.ANSWERED


def test_short_answer_is_refused_in_words(minh: Client, question: Question, an_binh: UnitSite) -> None:
    answer = minh.post(address(question), ANSWER | {"answer-reply": "Có."})
    assert "cần ít nhất 20" in answer.text
    assert now(question, an_binh).state == QuestionState.RECEIVED


@pytest.mark.parametrize(
    ("email", "handles", "publishes"),
    [
        ("thu@anbinh.example", False, False),
        ("lan@anbinh.example", True, False),
        ("minh@anbinh.example", True, True),
    ],
)
def test_roles_may_what_the_table_says(
    log_in: Callable[..., Client], question: Question, an_binh: UnitSite, email: str, handles: bool, publishes: bool
) -> None:
    client = log_in(email)
    assert (client.get(address(question)).status_code == 200) is handles
    assert ("/quan-tri/cau-hoi/" in client.get("/quan-tri/").text) is handles
    client.post(address(question), ANSWER)
    assert (now(question, an_binh).state == QuestionState.ANSWERED) is handles
    client.post(address(question), PUBLISH)
    assert (now(question, an_binh).page is not None) is publishes


def test_question_of_another_unit_is_not_there(log_in: Callable[..., Client], question: Question) -> None:
    assert log_in("binh@phuhoa.example").get(address(question)).status_code == 404


def test_list_finds_a_question_by_code_and_state(minh: Client, question: Question) -> None:
    assert question.text[:40] in minh.get("/quan-tri/cau-hoi/", {"q": question.code}).text
    assert question.text[:40] not in minh.get("/quan-tri/cau-hoi/", {"state": "answered"}).text
    assert "(1)" in minh.get("/quan-tri/").text


def test_list_costs_the_same_with_many_questions(
    minh: Client, an_binh: UnitSite, django_assert_max_num_queries: Callable
) -> None:
    with use_site(an_binh):
        for _number in range(25):
            ask()
    minh.get("/quan-tri/cau-hoi/")
    with django_assert_max_num_queries(25):
        minh.get("/quan-tri/cau-hoi/")


def test_withdrawn_name_leaves_the_published_page_and_its_revisions(
    minh: Client, visitor: Callable[[str], Client], an_binh: UnitSite
) -> None:
    with use_site(an_binh):
        agreed = ask(shows_name=True)
    minh.post(address(agreed), ANSWER)
    minh.post(address(agreed), PUBLISH)
    reader, published = visitor("th-an-binh"), page_address(agreed, an_binh)
    assert "Bùi Thị Sen" in reader.get(published).text
    minh.post(address(agreed), {"step": "withdraw"})
    assert "Bùi Thị Sen" not in reader.get(published).text
    with use_site(an_binh):
        page = Question.objects.get(pk=agreed.pk).page
        assert not [one for one in page.revisions.all() if one.content["asker_name"]]
    assert "Bùi Thị Sen" not in minh.get(address(agreed)).text

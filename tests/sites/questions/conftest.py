"""Questions as citizens send them and as editors leave them."""

import re
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core.formguard.form import QUICKEST
from core.formguard.sums import DIGITS
from sites.questions.actions.receive import Asked, receive_question
from sites.questions.models import Question, QuestionPage, QuestionsPage

SENT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ASK = "/hoi-dap/gui/"
Sender = Callable[..., Any]


def ask(**changes: Any) -> Question:
    """Return a question received in the active unit."""
    values = {
        "form_key": uuid.uuid4(),
        "topic": "chuyen-truong",
        "text": "Con tôi chuyển trường giữa năm thì cần giấy tờ gì?",
        "asker_name": "Bùi Thị Sen",
        "contact": "sen@vidu.example",
        "consent_words": "Tôi đồng ý",
        "shows_name": False,
        "is_private": False,
    }
    return receive_question(asked=Asked(**(values | changes)), at=SENT)


def add_answered(title: str = "Chuyển trường giữa năm cần giấy tờ gì?", **fields: Any) -> QuestionPage:
    """Return a published question of the active unit."""
    values = {
        "topic": "chuyen-truong",
        "question": "Con tôi chuyển trường giữa năm thì cần giấy tờ gì?",
        "room": "Phòng Giáo dục phổ thông",
        "received_date": date(2026, 11, 20),
        "answered_date": date(2026, 11, 23),
        "body": [{"type": "paragraph", "value": "<p>Phụ huynh nộp đơn và học bạ ở trường nơi đến.</p>"}],
        **fields,
    }
    page = QuestionPage(title=title, live=False, **values)
    QuestionsPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


def read_guard(page: str) -> dict[str, str]:
    """Return the ticket of a drawn form and the answer to its sum, as a person would find them."""
    ticket = re.search(r'name="ticket" value="([^"]+)"', page)
    words = re.search(r"(\w+) cộng (\w+) bằng mấy", page)
    assert ticket
    assert words
    return {"ticket": ticket[1], "sum": str(sum(DIGITS.index(word.lower()) for word in words.groups()))}


@pytest.fixture
def send(monkeypatch: pytest.MonkeyPatch) -> Sender:
    """Return a function: client, address, fields → the answer to the form, filled in at a person's pace."""
    clock = {"at": timezone.now()}
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock["at"])

    def send_form(client: Client, address: str, **fields: Any) -> Any:
        guard = read_guard(client.get(address).text)
        clock["at"] += QUICKEST + timedelta(seconds=1)
        return client.post(address, {**guard, **fields})

    return send_form

"""Questions as citizens send them and as editors leave them."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from sites.questions.actions.receive import Asked, receive_question
from sites.questions.models import Question, QuestionPage, QuestionsPage

SENT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ASK = "/hoi-dap/gui/"


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

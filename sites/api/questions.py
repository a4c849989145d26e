"""Questions the unit has answered for everybody to read."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router

from core.text.plain import body_text
from sites.api.entries import entries_of, entry_of, named, page_fields, with_pages
from sites.api.paging import one_page
from sites.api.schemas import Listed, Named, PageItem, Paging
from sites.presenters.surroundings import surroundings_of
from sites.questions.enums import Topic
from sites.questions.models import QuestionPage
from tenants.registry.models import Entry

router = Router()
_TYPE = QuestionPage.registry_type


class QuestionItem(PageItem):
    """Who asked is never told here. room: who answered. received_on: null for a common question staff wrote down."""

    topic: Named
    question: str
    room: str
    received_on: date | None
    answered_on: date


class Question(QuestionItem):
    """answer: the words without markup, a line a block."""

    answer: str


class Questions(Listed[QuestionItem]):
    pass


@router.api_operation(["GET", "HEAD"], "", response=Questions, summary="Hỏi đáp đã đăng, câu mới trả lời đứng trước")
def list_questions(request: HttpRequest, paging: Query[Paging]) -> Questions:
    """Chỉ gồm câu hỏi được trả lời công khai. Không có tên, địa chỉ của người hỏi."""
    origin = surroundings_of(request).menu.origin

    def items(entries: Sequence[Entry]) -> list[QuestionItem]:
        return [QuestionItem(**_fields(entry, page, origin)) for entry, page in with_pages(entries, _pages())]

    return one_page(Questions, entries_of(_TYPE), items, request=request, paging=paging)


@router.api_operation(["GET", "HEAD"], "{int:question_id}/", response=Question, summary="Một câu hỏi, có câu trả lời")
def show_question(request: HttpRequest, question_id: int) -> Question:
    """Câu trả lời là chữ, mỗi đoạn một dòng."""
    entry = entry_of(question_id, _TYPE)
    page = _pages().filter(pk=entry.object_id).first()
    if page is None:
        raise Http404
    fields = _fields(entry, page, surroundings_of(request).menu.origin)
    return Question(**fields, answer=body_text("", page.body))


def _pages() -> QuerySet[QuestionPage]:
    found: QuerySet[QuestionPage] = QuestionPage.objects.live()
    return found


def _fields(entry: Entry, page: QuestionPage, origin: str) -> dict[str, Any]:
    return {
        **page_fields(entry, origin),
        "topic": named(Topic(page.topic)),
        "question": page.question,
        "room": page.room,
        "received_on": page.received_date,
        "answered_on": page.answered_date,
    }

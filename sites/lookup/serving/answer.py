"""From one reader's question to what the page says."""

import secrets
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from http import HTTPStatus
from typing import Any

from django.template import loader
from django.utils import timezone
from django.utils.translation import gettext as _

from core.frontend.formats import clock, short_date
from sites.lookup.keys import LONGEST_NUMBER, fact_key, number_key, row_key
from sites.lookup.models import ExamState
from sites.lookup.results import Results
from sites.lookup.serving.brake import BY_ADDRESS, BY_NUMBER
from sites.lookup.serving.known import KnownExam
from sites.lookup.serving.patterns import Pattern
from sites.lookup.sheet import Sheet

# A page that waits opens by itself only when the minute is near; nobody leaves one open for days.
WAKES_WITHIN_SECONDS = 3600
# So that not every page that waits asks in the same second.
JITTER_SECONDS = 20
LONGEST_FACT = 200
# What stands where a list has nothing.
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Question:
    """unit: schema. sender: what sites.lookup.serving.brake.sender_of says. number, fact: as typed."""

    unit: str
    sender: str
    number: str
    fact: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What templates/lookup/answer.html shows. asks: the sheet whose form is drawn, None without a form.

    texts: of the columns of a result, empty without one. wakes: seconds until the page should ask again, 0 for never.
    """

    status: int = HTTPStatus.OK
    sentence: str = ""
    tone: str = "neutral"
    asks: Sheet | None = None
    number: str = ""
    fact: str = ""
    missing: str = ""
    texts: tuple[str, ...] = ()
    wakes: int = 0

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The result as (head, text)."""
        return list(zip(self.asks.columns, self.texts, strict=True)) if self.asks and self.texts else []

    @property
    def is_plain(self) -> bool:
        """Whether it is the form alone, or a result: what nearly everybody gets."""
        return self.asks is not None and not self.sentence


def html_of(answer: Answer, known: KnownExam) -> str:
    """Return the HTML of an answer for the slot of the frame. Plain answers are rendered once for each list."""
    if not answer.is_plain:
        return _render(answer)
    texts = [answer.number, *(text or NOTHING for text in answer.texts)] if answer.texts else []
    pattern = known.patterns.get(len(texts))
    if pattern is None:
        pattern = Pattern.of(
            lambda gaps: _render(replace(answer, number="".join(gaps[:1]), texts=tuple(gaps[1:]))), gaps=len(texts)
        )
        known.patterns[len(texts)] = pattern
    return pattern.filled(texts)


def answer_to(known: KnownExam, question: Question | None, *, at: datetime) -> Answer:
    """Answer a question, None for somebody who has just opened the page. No query; at most one row of one file."""
    state = known.state_at(at)
    if state == ExamState.WAITING:
        return _not_yet(known, at)
    if state == ExamState.REMOVED:
        return Answer(sentence=_removed(known))
    if known.sheet is None or known.results is None:
        return Answer(sentence=_("Kết quả chưa được đưa lên. Bạn quay lại trang này sau."))
    if question is None:
        return Answer(asks=known.sheet)
    return _look_up(known.exam.pk, known.sheet, known.results, question)


def _look_up(exam_pk: int, sheet: Sheet, results: Results, question: Question) -> Answer:
    number = number_key(question.number)
    fact = fact_key(question.fact, is_day=sheet.fact_is_day) if sheet.fact else ""
    shown = question.number.strip()[:LONGEST_NUMBER]
    form = Answer(asks=sheet, number=shown, fact=question.fact[:LONGEST_FACT])
    if missing := _missing(sheet, number, question.fact, fact):
        field, sentence = missing
        return replace(form, status=HTTPStatus.UNPROCESSABLE_ENTITY, tone="bad", sentence=sentence, missing=field)
    now = time.monotonic()
    guessed = f"{question.unit}:{exam_pk}:{number}"
    held = BY_ADDRESS.count(f"{question.unit}:{question.sender}", now=now)
    held = held or (BY_NUMBER.left(guessed, now=now) if sheet.fact else 0)
    if held:
        return replace(form, status=HTTPStatus.TOO_MANY_REQUESTS, tone="warn", sentence=_held(held))
    texts = results.find(row_key(number, fact, salt=bytes.fromhex(sheet.salt)))
    if texts is not None:
        return replace(form, texts=tuple(texts))
    if sheet.fact:
        BY_NUMBER.count(guessed, now=now)
    return replace(form, tone="warn", sentence=_unknown(sheet, shown))


def _missing(sheet: Sheet, number: str, fact_typed: str, fact: str) -> tuple[str, str] | None:
    """Return the field to correct and the sentence."""
    if not number:
        return "so", _("Bạn chưa nhập %(field)s. Hãy ghi đúng như trên giấy báo dự thi.") % {
            "field": _inside(sheet.number)
        }
    if sheet.fact and not fact:
        if fact_typed.strip() and sheet.fact_is_day:
            return "kiem", _("Không hiểu ngày này. Ví dụ đúng: 03/05/2011.")
        return "kiem", _("Bạn chưa nhập %(field)s. Hãy ghi đúng như trên giấy báo dự thi.") % {
            "field": _inside(sheet.fact)
        }
    return None


def _unknown(sheet: Sheet, number: str) -> str:
    """The same words whether the number or the second fact is wrong."""
    if sheet.fact:
        words = {"number": _inside(sheet.number), "fact": _inside(sheet.fact)}
        return _(
            "Không có thí sinh nào khớp với %(number)s và %(fact)s bạn nhập. Bạn xem lại giấy báo dự thi rồi nhập lại."
        ) % words  # fmt: skip
    words = {"number": number}
    return _("Không có số báo danh %(number)s trong kỳ thi này. Bạn xem lại giấy báo dự thi rồi nhập lại.") % words


def _held(seconds: int) -> str:
    at = timezone.localtime(timezone.now() + timedelta(seconds=seconds + 30))
    return _("Có nhiều lượt tra trong thời gian ngắn nên máy tạm dừng trả lời. Bạn tra lại sau %(at)s.") % {
        "at": clock(at)
    }


def _not_yet(known: KnownExam, at: datetime) -> Answer:
    opens_at = timezone.localtime(known.exam.opens_at)
    words = {"time": clock(opens_at), "day": short_date(opens_at)}
    left = (opens_at - at).total_seconds()
    if left > WAKES_WITHIN_SECONDS:
        return Answer(
            sentence=_("Kết quả công bố lúc %(time)s ngày %(day)s. Bạn quay lại trang này từ lúc ấy.") % words
        )
    sentence = _("Kết quả công bố lúc %(time)s ngày %(day)s. Trang này tự mở đúng giờ, bạn không cần tải lại.")
    return Answer(sentence=sentence % words, wakes=int(left) + 1 + secrets.randbelow(JITTER_SECONDS))


def _removed(known: KnownExam) -> str:
    removed_at = known.exam.removed_at
    day = short_date(timezone.localtime(removed_at)) if removed_at else ""
    return _("Kết quả kỳ thi này đã được xóa ngày %(day)s. Bạn hỏi đơn vị tổ chức thi nếu còn cần.") % {"day": day}


def _inside(head: str) -> str:
    """Return a head as it stands inside a sentence: "Số báo danh" is "số báo danh", "SBD" stays."""
    return head if head[:2].isupper() else head[:1].lower() + head[1:]


def _render(answer: Answer) -> str:
    return str(_template().render({"answer": answer}))


@cache
def _template() -> Any:
    return loader.get_template("lookup/answer.html")

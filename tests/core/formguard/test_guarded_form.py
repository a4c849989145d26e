"""A form that anybody can reach: who is let through, and what the others read."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django import forms

from core.formguard.form import OLDEST, QUICKEST, GuardedForm
from core.formguard.sums import is_answer, question
from core.formguard.ticket import read_ticket
from tenants.units.context import use_site
from tenants.units.models import UnitSite

OPENED = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SENT = OPENED + timedelta(minutes=2)


class WordsForm(GuardedForm):
    purpose = "words"
    text = forms.CharField()


class OtherForm(WordsForm):
    purpose = "other"


def filled(**changes: str) -> dict[str, str]:
    """Return what a person sends who opened the form at OPENED and answered its sum."""
    ticket = WordsForm(at=OPENED).initial["ticket"]
    numbers = read_ticket(ticket, purpose="words").numbers
    return {"text": "Xin hỏi", "ticket": ticket, "website": "", "sum": str(sum(numbers)), **changes}


def sentences(form: GuardedForm) -> str:
    return " ".join(error for errors in form.errors.values() for error in errors)


def test_a_person_gets_through() -> None:
    assert WordsForm(filled(), at=SENT).is_valid()


@pytest.mark.parametrize(
    ("changes", "at", "sentence"),
    [
        ({"sum": "1"}, SENT, "Kết quả chưa đúng"),
        ({"sum": ""}, SENT, "Bạn chưa trả lời phép cộng"),
        ({"website": "http://x.example"}, SENT, "phải để trống"),
        ({"ticket": "bịa"}, SENT, "Trang đã mở quá lâu"),
        ({}, OPENED + OLDEST + timedelta(seconds=1), "Trang đã mở quá lâu"),
        ({}, OPENED + QUICKEST / 2, "Bạn gửi nhanh quá"),
    ],
)
def test_what_is_refused_says_why_and_keeps_the_words(changes: dict[str, str], at: datetime, sentence: str) -> None:
    form = WordsForm(filled(**changes), at=at)
    assert not form.is_valid()
    assert sentence in sentences(form)
    assert form["text"].value() == "Xin hỏi"
    assert form["website"].value() == ""


@pytest.mark.parametrize("changes", [{"sum": "1"}, {"ticket": "bịa"}])
def test_what_was_refused_passes_with_the_new_sum(changes: dict[str, str]) -> None:
    form = WordsForm(filled(**changes), at=SENT)
    assert not form.is_valid()
    ticket = form["ticket"].value()
    numbers = read_ticket(ticket, purpose="words").numbers
    assert form.fields["sum"].label == question(numbers)
    assert form["sum"].value() == ""
    again: dict[str, Any] = {"text": "Xin hỏi", "ticket": ticket, "sum": str(sum(numbers))}
    assert WordsForm(again, at=SENT + QUICKEST).is_valid()


def test_one_form_sent_twice_has_one_key_and_two_forms_two() -> None:
    first = filled()
    assert WordsForm(first, at=SENT).key == WordsForm(first, at=SENT).key
    assert WordsForm(filled(), at=SENT).key != WordsForm(filled(), at=SENT).key


def test_a_ticket_serves_only_its_own_form_and_unit(an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    with use_site(an_binh):
        sent = filled()
        assert WordsForm(sent, at=SENT).is_valid()
        assert not OtherForm(sent, at=SENT).is_valid()
    with use_site(phu_hoa):
        assert not WordsForm(sent, at=SENT).is_valid()


@pytest.mark.parametrize(
    ("text", "numbers", "right"),
    [
        ("7", (3, 4), True),
        (" Bảy ", (3, 4), True),
        ("bay", (3, 4), True),
        ("mười lăm", (7, 8), True),
        ("muoi mot", (2, 9), True),
        ("10", (5, 5), True),
        ("mười", (5, 5), True),
        ("8", (3, 4), False),
        ("", (3, 4), False),
    ],
)
def test_a_sum_is_answered_in_digits_or_in_words(text: str, numbers: tuple[int, int], right: bool) -> None:
    assert is_answer(text, numbers) is right

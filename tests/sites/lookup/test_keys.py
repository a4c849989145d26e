"""What a reader types finds the row, however number and birthday are written."""

from datetime import date, datetime

import pytest

from sites.lookup.keys import fact_key, number_key, row_key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("012345", "12345"),
        (" 012 345 ", "12345"),
        ("０１２３４５", "12345"),
        ("tsa-0123", "TSA0123"),
        ("Đ.12", "D12"),
        ("000", "0"),
        ("", ""),
        ("–", ""),
    ],
)
def test_number_has_one_form(typed: str, key: str) -> None:
    assert number_key(typed) == key


@pytest.mark.parametrize(
    "typed", ["03/05/2011", "3/5/2011", "3-5-2011", "03.05.2011", "03052011", "2011-05-03", "ngày 3 tháng 5 năm 2011"]
)
def test_day_has_one_form(typed: str) -> None:
    assert fact_key(typed, is_day=True) == "2011-05-03"


@pytest.mark.parametrize("value", [date(2011, 5, 3), datetime(2011, 5, 3)])  # noqa: DTZ001
def test_day_of_a_workbook_is_the_same(value: object) -> None:
    assert fact_key(value, is_day=True) == "2011-05-03"


@pytest.mark.parametrize("typed", ["31/02/2011", "hôm qua", "", "3/5/11"])
def test_what_is_no_day_has_no_form(typed: str) -> None:
    assert fact_key(typed, is_day=True) == ""


def test_other_facts_ignore_marks_and_spaces() -> None:
    assert fact_key(" Nguyễn  Văn A", is_day=False) == fact_key("nguyen van a", is_day=False) == "nguyenvana"


def test_key_depends_on_number_fact_and_list() -> None:
    salt = bytes(32)
    keys = {
        row_key("1", "2", salt=salt),
        row_key("12", "", salt=salt),
        row_key("1", "", salt=salt),
        row_key("1", "2", salt=b"a" * 32),
    }
    assert len(keys) == 4
    assert {len(key) for key in keys} == {16}

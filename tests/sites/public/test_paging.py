"""Numbered pages: addresses keep the filters, nonsense is page 1, deep pages are refused."""

import pytest
from django.http import QueryDict

from sites.presenters.paging import LAST_PAGE, Query, build_pager

FIELDS = ("cap", "thang", "trang")


def query(text: str) -> Query:
    return Query.of(QueryDict(text), FIELDS)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("", 1),
        ("trang=3", 3),
        ("trang=0", 1),
        ("trang=-2", 1),
        ("trang=x", 1),
        ("trang=٣", 3),
        ("trang=999999", 1),
        ("trang=99999", LAST_PAGE),
    ],
)
def test_page_asked_for_is_a_sensible_number(text: str, page: int) -> None:
    assert query(text).page() == page


def test_addresses_keep_own_fields_and_drop_foreign_ones() -> None:
    asked = query("cap=thcs&cap=thpt&utm_source=zalo&trang=4")
    assert asked.with_page(5) == "?cap=thcs&cap=thpt&trang=5"
    assert asked.with_page(1) == "?cap=thcs&cap=thpt"
    assert asked.without("cap", "thcs") == "?cap=thpt"
    assert asked.without("cap") == "?"
    assert asked.changed(thang="2026-11") == "?cap=thcs&cap=thpt&thang=2026-11"


def numbers(page: int, pages: int) -> list[int | None]:
    pager = build_pager(query(""), page=page, pages=pages)
    return [link.number for link in pager.links] if pager else []


def test_pager_shows_ends_and_neighbors_with_gaps() -> None:
    assert numbers(1, 30) == [1, 2, None, 30]
    assert numbers(15, 30) == [1, None, 14, 15, 16, None, 30]
    assert numbers(30, 30) == [1, None, 29, 30]
    assert numbers(2, 3) == [1, 2, 3]


def test_one_page_has_no_pager() -> None:
    assert build_pager(query(""), page=1, pages=1) is None


def test_ends_lead_nowhere_further() -> None:
    pager = build_pager(query("trang=1"), page=1, pages=2)
    assert pager is not None
    assert pager.previous_url == ""
    assert pager.next_url == "?trang=2"

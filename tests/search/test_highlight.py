import pytest

from search.highlight import EXCERPT_LENGTH, excerpt, highlight
from tenants.registry.folding import folded_words


def words(query: str) -> frozenset[str]:
    return frozenset(folded_words(query))


@pytest.mark.parametrize("query", ["tuyen sinh lop 10", "tuyển sinh lớp 10", "TUYỂN SINH LỚP 10"])
def test_words_are_marked_in_the_spelling_of_the_text(query):
    marked = highlight("Kế hoạch tuyển sinh vào lớp 10 THPT", words(query))
    assert marked == "Kế hoạch <mark>tuyển sinh</mark> vào <mark>lớp 10</mark> THPT"


def test_markup_in_a_text_is_shown_not_run():
    marked = highlight('<script>alert("lớp")</script>', words("lop script"))
    assert "<script>" not in marked
    assert marked.count("<mark>") == 3


def test_ampersand_is_one_word_on_both_sides():
    assert highlight("Sở GD&ĐT", words("gddt")) == "Sở <mark>GD&amp;ĐT</mark>"


def test_excerpt_shows_the_place_with_most_words():
    text = (
        "Mở đầu về lớp. " + "Chuyện khác. " * 60 + "Lịch tuyển sinh vào lớp 10 công bố trong tháng ba. " + "Hết. " * 60
    )
    shown = excerpt(text, words("tuyen sinh lop 10"))
    assert "<mark>tuyển sinh</mark> vào <mark>lớp 10</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith("…")
    assert len(shown) < EXCERPT_LENGTH + 60


def test_excerpt_without_a_match_is_the_beginning():
    assert excerpt("Một câu ngắn.\nCâu hai.", words("không có")) == "Một câu ngắn. Câu hai."


def test_excerpt_of_one_endless_word_is_still_cut():
    assert len(excerpt("a" * 1_000, frozenset())) <= EXCERPT_LENGTH + 1


def test_excerpt_of_nothing_is_nothing():
    assert excerpt("", words("lop")) == ""

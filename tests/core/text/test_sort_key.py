"""Vietnamese alphabetical order as the order of plain strings."""

from unicodedata import normalize

import pytest

from core.text.letters import MARKED, TONES, VOWELS, letter
from core.text.sort_key import sort_key

IN_ORDER = [
    "",
    "2 tháng 9",
    "10 năm",
    "a",
    "ám",
    "an",
    "An Bình",
    "an ninh",
    "Ăn",
    "Âm nhạc",
    "ba",
    "bà",
    "bả",
    "bã",
    "bá",
    "bạ",
    "Ba Lòng",
    "Bà Rịa",
    "Ba Vì",
    "cá",
    "Chu Văn An",
    "dạy",
    "Đa Krông",
    "Đông Hà",
    "em",
    "êm",
    "Gio Linh",
    "Lao Bảo",
    "lớp 2",
    "lớp 10",
    "lớp 10A1",
    "on",
    "ôn",
    "ơn",
    "Quảng Trị",
    "THPT số 1 Lê Lợi",
    "THPT số 3 Lê Lợi",
    "THPT số 10 Lê Lợi",
    "um",
    "ưm",
    "Xã Ba Lòng",
    "ý",
]


def test_sort_key_orders_as_a_vietnamese_list():
    keys = [sort_key(text) for text in IN_ORDER]
    assert keys == sorted(set(keys))


def test_alphabet_comes_first_and_tones_second():
    keys = [sort_key(letter(vowel, tone)) for vowel in VOWELS for tone in TONES]
    assert keys == sorted(set(keys))
    # A later letter outweighs any tone before it.
    assert sort_key("hạ a") < sort_key("ha b")


@pytest.mark.parametrize("char", MARKED)
def test_composition_and_case_do_not_move_a_word(char):
    assert sort_key(normalize("NFD", char)) == sort_key(char) == sort_key(char.lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("GD&ĐT", "gd đt"), ("  Bài – 1. ", "bài 01"), ("„Sách“", "sách")],
)
def test_punctuation_zeros_and_tone_placement_do_not_matter(one, other):
    assert sort_key(one) == sort_key(other)


def test_keys_hold_only_ascii_letters_and_digits():
    assert sort_key("Trường THCS Nguyễn Bỉnh Khiêm – cơ sở 2, F/J/W/Z; Élan").isalnum()
    assert sort_key("Trường THCS Nguyễn Bỉnh Khiêm – cơ sở 2, F/J/W/Z; Élan").isascii()

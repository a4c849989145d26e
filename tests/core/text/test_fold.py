"""Spellings that count as one: marks, tone placement, i and y."""

from unicodedata import normalize

import pytest

from core.text.fold import fold, has_marks, unify_i_y, unify_tone_placement, vowel_classes
from core.text.letters import MARKED, TONES, letter
from tests.core.text.compositions import compositions


@pytest.mark.parametrize("char", MARKED)
def test_every_composition_of_a_letter_folds_to_its_ascii_base(char):
    base = "d" if char in "đĐ" else normalize("NFD", char)[0].lower()
    assert {fold(form) for form in compositions(char)} == {base}
    assert all(has_marks(form) for form in compositions(char))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Nguyễn Huệ", "duong nguyen hue"),
        ("QÐ-SGDÐT", "qd-sgddt"),
        ("ɖại học ð", "dai hoc d"),
        ("ＧＤĐＴ", "gddt"),
        ("120 m²", "120 m2"),
        ("Élève, Straße", "eleve, straße"),
        ("👍 tốt", "👍 tot"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["", "khai giang 2026", "a × b ÷ c", "😀", "5/9"])
def test_text_without_marked_letters_has_no_marks(text):
    assert not has_marks(text)


@pytest.mark.parametrize(
    ("text", "unified"),
    [
        ("hoà", "hòa"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Hoà", "Hòa"),
        ("sức khoẻ", "sức khỏe"),
        ("Luật Thuỷ sản, Uỷ ban", "Luật Thủy sản, Ủy ban"),
        ("quý hoá", "quý hóa"),
        ("Quỳ, quỷ, QUÝ", "Quỳ, quỷ, QUÝ"),
        ("hoàn toàn, khoẻn, thuỷu", "hoàn toàn, khoẻn, thuỷu"),
        ("hòa thủy", "hòa thủy"),
        (normalize("NFD", "thuý"), "thúy"),
        ("loà xoà", "lòa xòa"),
    ],
)
def test_tone_moves_to_the_first_vowel(text, unified):
    assert unify_tone_placement(text) == unified


@pytest.mark.parametrize("pair", ["oa", "oe", "uy"])
@pytest.mark.parametrize("tone", TONES)
def test_both_placements_of_each_tone_are_one_spelling(pair, tone):
    first, second = pair
    assert unify_tone_placement("h" + first + letter(second, tone)) == "h" + letter(first, tone) + second
    assert unify_tone_placement("h" + letter(first, tone) + second) == "h" + letter(first, tone) + second


@pytest.mark.parametrize(
    ("text", "unified"),
    [
        ("kỹ sư, kĩ sư", "kĩ sư, kĩ sư"),
        ("Mỹ Lý công ty", "Mĩ Lí công ti"),
        ("quý vị", "quí vị"),
        ("HY VỌNG", "HI VỌNG"),
        ("tay, tai, máy, mái", "tay, tai, máy, mái"),
        ("tuy, túi, thủy, thủi", "tuy, túi, thủy, thủi"),
        ("y tế, ý, yêu, kỳ lạ", "y tế, ý, yêu, kì lạ"),
        ("nghỹ, thy", "nghỹ, thy"),
        ("quynh", "quynh"),
    ],
)
def test_lone_final_y_counts_as_i(text, unified):
    assert unify_i_y(text) == unified


def test_vowel_classes_cover_the_alphabet():
    classes = vowel_classes()
    assert set("".join(classes.values())) >= set(MARKED)
    assert all(fold(char) == base for base, chars in classes.items() for char in chars)

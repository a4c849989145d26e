"""What may be stored: NFC, ordinary spaces, nothing invisible, and not one visible character lost."""

import pytest

from core.text.letters import MARKED
from core.text.normalize import clean_text, nfc
from tests.core.text.compositions import compositions


@pytest.mark.parametrize("letter", MARKED)
def test_every_composition_of_a_letter_becomes_its_one_code_point(letter):
    assert {nfc(form) for form in compositions(letter)} == {letter}
    assert {clean_text(form) for form in compositions(letter)} == {letter}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ＧＤ＆ĐＴ　Quảng　Trị", "GD&ĐT Quảng Trị"),
        ("giáo\u00addục", "giáodục"),
        ("Khe\u00a0Sanh", "Khe Sanh"),
        ("Khe\u202fSanh, 5\u2009km", "Khe Sanh, 5 km"),
        ("học\u200bsinh\ufeff\u2060", "họcsinh"),
        ("\u202bHải Lăng\u202c\u200e", "Hải Lăng"),
        ("một\r\nhai\rba\u2028bốn\x0bnăm", "một\nhai\nba\nbốn\nnăm"),
        ("cột\tcột\x00\x07\x9f", "cột\tcột"),
        ("QÐ và Ɖông Hà", "QĐ và Đông Hà"),
        ("this /ðɪs/", "this /ðɪs/"),
        ("gia đình 👨‍👩‍👧 ❤️", "gia đình 👨‍👩‍👧 ❤️"),
        ("lớp\u200d 5", "lớp 5"),
        ("half \ud83d pair", "half  pair"),
        ("Tổ chức – “Ngày hội”…", "Tổ chức – “Ngày hội”…"),
        ("", ""),
    ],
)
def test_clean_text_stores(typed, stored):
    assert clean_text(typed) == stored


def test_clean_text_changes_nothing_the_second_time():
    text = clean_text("Truo\u031bơ\u0300ng\u00a0TH\u200b \u200d👩‍🏫ＡＢ\r\n")
    assert clean_text(text) == text

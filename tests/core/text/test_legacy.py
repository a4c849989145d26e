"""TCVN3 and VNI become Unicode, and Unicode is never touched."""

import pytest

from core.text import legacy
from core.text.legacy import LegacyEncoding, convert, detect, to_unicode
from core.text.letters import MARKED, MARKED_LOWER
from core.text.syllable import is_syllable

TCVN3_CODE = {char: chr(code) for code, char in legacy._TCVN3.items()}
VNI_CODE = {char: code for code, char in legacy._VNI.items()} | {char: char for char in "ìíÌÍ"}

SENTENCES = [
    "Sở Giáo dục và Đào tạo tỉnh Quảng Trị tổ chức hội nghị tổng kết năm học",
    "Trường Tiểu học Khe Sanh mời quý phụ huynh dự lễ khai giảng lúc bảy giờ",
    "Mường Khương, Bảo Thắng, Bát Xát, Đà Nẵng, Đắc Lắc",
    "Những nỗi niềm ở vùng cao, nghĩ kỹ rồi hãy quyết định, ruộng vườn xanh biếc",
]


def test_tcvn3_holds_every_small_letter_and_seven_capitals():
    assert set(legacy._TCVN3.values()) == set(MARKED_LOWER) | set("ĂÂÊÔƠƯĐ")


def test_vni_holds_all_134_letters():
    assert set(VNI_CODE) >= set(MARKED)


@pytest.mark.parametrize("char", MARKED_LOWER)
def test_each_small_letter_comes_back_from_tcvn3(char):
    assert convert(TCVN3_CODE[char], LegacyEncoding.TCVN3) == char


@pytest.mark.parametrize("char", MARKED)
def test_each_letter_comes_back_from_vni(char):
    assert convert(VNI_CODE[char], LegacyEncoding.VNI) == char


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("code", [TCVN3_CODE, VNI_CODE], ids=["TCVN3", "VNI"])
def test_sentences_are_recognized_and_come_back(sentence, code):
    stored = "".join(code.get(char, char) for char in sentence)
    assert stored != sentence
    assert to_unicode(stored) == sentence


@pytest.mark.parametrize(
    ("stored", "encoding", "text"),
    [
        ("B¶o Th¾ng", LegacyEncoding.TCVN3, "Bảo Thắng"),
        ("M\u00adêng Kh\u00ad¬ng", LegacyEncoding.TCVN3, "Mường Khương"),
        ("B¸t X¸t", LegacyEncoding.TCVN3, "Bát Xát"),
        ("B¸O C¸O kÕt qu¶", LegacyEncoding.TCVN3, "BÁO CÁO kết quả"),
        ("QuyÕt ®Þnh sè 1682/Q§-SGD§T", LegacyEncoding.TCVN3, "Quyết định số 1682/QĐ-SGDĐT"),
        ("Xin chaøo caùc baïn", LegacyEncoding.VNI, "Xin chào các bạn"),
        ("Ñaø Naüng", LegacyEncoding.VNI, "Đà Nẵng"),
        ("COÄNG HOØA XAÕ HOÄI", LegacyEncoding.VNI, "CỘNG HÒA XÃ HỘI"),
        ("AÙo traéng, aùo daøi", LegacyEncoding.VNI, "Áo trắng, áo dài"),
        ("Aùo traéng ñeán tröôøng", LegacyEncoding.VNI, "Áo trắng đến trường"),
    ],
)
def test_known_strings(stored, encoding, text):
    assert detect(stored) is encoding
    assert to_unicode(stored) == text


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "",
        "khong dau",
        "và các có là",
        "cá và gà, nhà và lá",
        "un café à côté, déjà vu, où êtes-vous",
        "für größere Übungen, schöne Grüße",
        "El niño español está aquí, señor",
        "Île-de-France, Côte d’Ivoire, São Paulo",
        "5 × 3 = 15; 1 · 2 · 3; © 2026 ® ™ § 4; 20 °C ± 1",
        "Xin chào",
    ],
)
def test_unicode_text_is_left_alone(text):
    assert detect(text) is None
    assert to_unicode(text) == text


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_unicode_is_proved_by_one_letter_the_font_has_no_code_for(encoding):
    assert not legacy.is_unicode("Céng ñoù", encoding)
    assert legacy.is_unicode("Céng ở", encoding)
    assert legacy.is_unicode("e\u0323", encoding)
    assert legacy.is_unicode("plain", encoding)
    assert legacy.is_unicode("gà", LegacyEncoding.TCVN3)
    assert legacy.is_unicode("ý", LegacyEncoding.VNI)


VIETNAMESE = "nghiêng quyết quý giếng gìn khuỷu thuở ngoằn xoong Đắk ốc tuềnh ươn yêu QUỐC"
NOT_VIETNAMESE = "cafộ cụtộ hoµ cỏc wén zô seđor ngọtt bá̀ ch được1"


@pytest.mark.parametrize("word", VIETNAMESE.split())
def test_vietnamese_words_are_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", NOT_VIETNAMESE.split())
def test_other_words_are_not_syllables(word):
    assert not is_syllable(word)

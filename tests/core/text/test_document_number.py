"""Document numbers: one key for every spelling, and no date mistaken for a number."""

from unicodedata import normalize

import pytest

from core.text.document_number import DocumentNumber, find_named, find_number, number_key, parse_number
from core.text.fold import fold

PARSED = [
    ("1682/QĐ-SGDĐT", DocumentNumber("1682", None, "qd", "sgddt", ""), "1682/qd-sgddt"),
    ("5711/SGDĐT-KTKĐ", DocumentNumber("5711", None, "", "sgddt", "ktkd"), "5711/sgddt-ktkd"),
    ("4555/BGDĐT-GDPT", DocumentNumber("4555", None, "", "bgddt", "gdpt"), "4555/bgddt-gdpt"),
    ("53/2012/TT-BGDĐT", DocumentNumber("53", 2012, "tt", "bgddt", ""), "53/2012/tt-bgddt"),
    ("09/2024/TT-BGDĐT", DocumentNumber("9", 2024, "tt", "bgddt", ""), "9/2024/tt-bgddt"),
    ("91/2025/QH15", DocumentNumber("91", 2025, "", "qh15", ""), "91/2025/qh15"),
    ("80/2025/QĐ-UBND", DocumentNumber("80", 2025, "qd", "ubnd", ""), "80/2025/qd-ubnd"),
    ("20/2021/TTLT-BGDĐT-BNV", DocumentNumber("20", 2021, "ttlt", "bgddt", "bnv"), "20/2021/ttlt-bgddt-bnv"),
    ("12/TB-THPTLL", DocumentNumber("12", None, "tb", "thptll", ""), "12/tb-thptll"),
    ("29-NQ/TW", DocumentNumber("29", None, "nq", "tw", "", is_party=True), "29-nq/tw"),
    ("12a/KH-MN", DocumentNumber("12a", None, "kh", "mn", ""), "12a/kh-mn"),
    ("123/UBND", DocumentNumber("123", None, "", "ubnd", ""), "123/ubnd"),
]


@pytest.mark.parametrize(("typed", "parts", "key"), PARSED)
def test_number_is_taken_apart(typed, parts, key):
    assert parse_number(typed) == parts
    assert parts.key == key


VARIANTS = [
    str,
    str.lower,
    fold,
    lambda text: normalize("NFD", text),
    lambda text: text.replace("-", " – ").replace("/", " / "),
    lambda text: text.replace("GDĐT", "GD&ĐT"),
    lambda text: text.replace("GDĐT", "GD & ĐT"),
    lambda text: text.replace("GDĐT", "GD-ĐT"),
    lambda text: text.replace("Đ", "Ð"),
    lambda text: f"Số: {text}.",
    lambda text: f"  số {text} ",
    lambda text: "0" + text,
    lambda text: text.replace("-", "\u2011").replace("/", "\u00a0/\u200b"),
]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("typed", "parts", "key"), PARSED)
def test_every_way_of_typing_gives_one_key(variant, typed, parts, key):
    assert parse_number(variant(typed)) == parts
    assert find_number(variant(typed)) == key


@pytest.mark.parametrize("typed", ["1682-QĐ-SGDĐT", "1682_QD-SGDDT", "1682 QĐ-SGDĐT", "1682/QĐ/SGDĐT"])
def test_file_names_and_lost_slashes_are_read(typed):
    assert find_number(typed) == "1682/qd-sgddt"


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("quyết định 1682/QĐ-SGDĐT về quy chế", "1682/qd-sgddt"),
        ("Thông tư 09/2024/TT-BGDĐT công khai", "9/2024/tt-bgddt"),
        ("(công văn 5711/SGDĐT-KTKĐ)", "5711/sgddt-ktkd"),
        ("1682 qd sgddt", "1682/qd-sgddt"),
        ("688 QĐ SGDĐT học bạ số", "688/qd-sgddt"),
        ("nghị định 30 2020 nd cp", "30/2020/nd-cp"),
    ],
)
def test_number_is_found_in_a_sentence(query, key):
    assert find_number(query) == key


@pytest.mark.parametrize("number", ["1682/QĐ-SGDĐT", "53/2012/TT-BGDĐT", "4555/BGDĐT-GDPT"])
def test_a_number_still_being_typed_is_a_prefix_of_its_key(number):
    whole = number_key(number)
    for length in range(number.index("/") + 1, len(number) + 1):
        assert whole.startswith(find_number(number[:length]) or "none")


@pytest.mark.parametrize(
    "query",
    [
        "", "khai giảng", "1682", "20/11", "8/3", "3/2", "30/4/1975", "20/11/2026", "2025/2026", "năm học 2025/2026",
        "10/A1", "12 TB trường", "lớp 10/A1", "24/7", "35 học sinh/lớp", "100km/h", "QĐ-SGDĐT", "học 2 buổi/ngày", "-",
        "/", "1/0",
    ],
)  # fmt: skip
def test_dates_classes_and_words_are_no_numbers(query):
    assert find_number(query) is None
    assert parse_number(query) is None


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("quyết định 1682", ("1682/qd", None)),
        ("QĐ số 1682", ("1682/qd", None)),
        ("ke hoach 205", ("205/kh", None)),
        ("thông tư 36 năm 2017", ("36/2017/tt", None)),
        ("nghi dinh 30", ("30/", None)),
        ("1682", ("1682/", None)),
        ("1682 năm 2025", ("1682/", 2025)),
        ("công văn 1902", ("1902/", None)),
        ("5", None),
        ("20/11", None),
        ("3/2", None),
        ("lớp 10", None),
        ("kế hoạch 152 chuyển đổi số", None),
    ],
)
def test_document_called_by_its_number_is_known_by_what_the_number_begins_with(query, named):
    assert find_named(query) == named

import pytest

from sites.legal.words import KIND_NAMES, SUBJECT_NAMES, kind_of_number, known_word


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("1682/QĐ-SGDĐT", "Quyết định"),
        ("1682/QD-SGD&ĐT", "Quyết định"),
        ("2148/SGDĐT-GDPT", "Công văn"),
        ("4555/BGDĐT-GDPT", "Công văn"),
        ("09/2024/TT-BGDĐT", "Thông tư"),
        ("91/2025/QH15", "Luật"),
        ("12/HD-SGDĐT", "Hướng dẫn"),
        ("12/HĐ-SGDĐT", "Hợp đồng"),
        ("3/ĐA-UBND", "Đề án"),
        ("3/DA-UBND", "Dự án"),
        ("7/TTr-SGDĐT", "Tờ trình"),
        ("29-NQ/TW", "Nghị quyết"),
        ("Không số", ""),
    ],
)
def test_kind_follows_from_the_number(number: str, kind: str) -> None:
    assert kind_of_number(number) == kind


def test_words_are_known_without_marks_and_only_among_their_own() -> None:
    assert known_word("quyet  dinh", KIND_NAMES) == "Quyết định"
    assert known_word("THI VÀ TUYỂN SINH", SUBJECT_NAMES) == "Thi và tuyển sinh"
    assert known_word("Quyết định", SUBJECT_NAMES) == ""

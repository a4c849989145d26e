from unicodedata import normalize

import pytest

from search.evaluation.forms import Form, typed


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Form.MARKED, "Hòa giải ở Đông Hà: quý thuỷ"),
        (Form.STRIPPED, "Hoa giai o Dong Ha: quy thuy"),
        (Form.NFD, normalize("NFD", "Hòa giải ở Đông Hà: quý thuỷ")),
        (Form.SWAPPED, "Hoà giải ở Đông Hà: quý thủy"),
    ],
)
def test_question_is_typed_in_its_form(form: Form, expected: str) -> None:
    assert typed("Hòa giải ở Đông Hà: quý thuỷ", form) == expected


def test_half_strips_some_words_and_always_the_same_ones() -> None:
    text = "kế hoạch tuyển sinh vào lớp mười năm học mới của tỉnh"
    half = typed(text, Form.HALF)
    kept = sum(one == other for one, other in zip(half.split(), text.split(), strict=True))
    assert half == typed(normalize("NFD", text), Form.HALF)
    assert 3 <= kept <= 9

import pytest

from tenants.registry.folding import folded_text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Sở GD&ĐT Quảng Trị", "so gddt quang tri"),
        ("kỹ năng, kĩ năng", "ki nang ki nang"),
        ("1682/QĐ-SGDĐT", "1682 qd sgddt"),
        ("TP.Đông Hà", "tp dong ha"),
        ("A & B", "a b"),
        ("  ", ""),
    ],
)
def test_words_lose_marks_and_signs(written, folded):
    assert folded_text(written) == folded

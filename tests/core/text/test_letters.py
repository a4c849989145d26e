"""The alphabet built in core.text.letters is the real one."""

from unicodedata import normalize

from core.text.letters import MARKED


def test_alphabet_has_134_marked_letters_each_one_code_point():
    assert len(MARKED) == 134
    assert len(set(MARKED)) == 134
    assert all(normalize("NFC", char) == char for char in MARKED)
    assert set("ẳẵỵĂẶỡựđ") <= set(MARKED)

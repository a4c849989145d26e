import pytest

from search.marks import Marks, SyllableCount, marked_words, marks_typed

USUALLY = frozenset({"tuyen", "lop", "truong"})


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("tuyen sinh lop 10", Marks.NONE),
        ("tuyển sinh lớp 10", Marks.ALL),
        ("tuyển sinh lop 10", Marks.SOME),
        ("sinh hoạt", Marks.ALL),
        ("THPT Lê Lợi", Marks.ALL),
        ("THPT", Marks.NONE),
        ("GDĐT", Marks.NONE),
        ("", Marks.NONE),
        ("2026", Marks.NONE),
    ],
)
def test_marks_are_judged_by_words_that_could_carry_them(query, marks):
    assert marks_typed(query, usually_marked=USUALLY) is marks


def test_marked_words_are_picked_out():
    assert marked_words("tuyển sinh lớp 10") == "tuyển lớp"


def test_syllables_are_learned_from_our_own_text():
    count = SyllableCount()
    count.add("Tuyển sinh " * 20 + "Tuyen ")
    count.add("lớp " * 4)
    count.add("ba bá " * 10)
    assert set(count.usually_marked()) == {"tuyen"}

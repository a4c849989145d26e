"""From what is typed to the spellings that are asked, without a database."""

import pytest

from search.marks import Marks, marks_typed
from search.vocabulary.book import Form, Meaning, compile_vocabulary
from search.vocabulary.expansion import MOST_SPELLINGS, expand


def strong(*forms: str) -> Meaning:
    return Meaning(tuple(Form(text, is_short=text.isupper()) for text in forms))


def weak(short: str, *long: str) -> Meaning:
    return Meaning((Form(short, is_short=True),), tuple(Form(text) for text in long))


VOCABULARY = compile_vocabulary(
    [
        strong("GDĐT", "GD-ĐT", "giáo dục và đào tạo"),
        strong("THPT", "trung học phổ thông"),
        strong("TH", "tiểu học"),
        strong("UBND", "ủy ban nhân dân"),
        weak("SGDĐT", "sở giáo dục và đào tạo"),
        weak("HD", "hướng dẫn"),
        weak("TT", "thông tư", "trung tâm"),
        weak("cấp 3", "trung học phổ thông", "THPT"),
        Meaning((Form("Tiểu học Lê Lợi"), Form("Tiểu học Kim Đồng")), is_name=True),
        Meaning((Form("Phòng GD&ĐT huyện Hải Lăng"),), (Form("Phòng Văn hóa – Xã hội xã Hải Lăng"),), is_name=True),
    ]
)
USUALLY = frozenset({"giao", "duc", "dao", "tao", "tuyen", "lop"})


def asked(text: str) -> list[str]:
    return [spelling.text for spelling in expand(text, VOCABULARY).spellings]


SAME = [
    (["GD&ĐT", "GDĐT", "gd-đt", "gddt", "giao duc va dao tao", "Giáo dục và Đào tạo"], 3),
    (["Sở GD&ĐT", "Sở GDĐT", "Sở GD-ĐT", "Sở giáo dục và đào tạo"], 3),
    (["THPT Đông Hà", "trung học phổ thông Đông Hà", "thpt Đông Hà"], 2),
    (["UBND tỉnh", "ubnd tỉnh", "ủy ban nhân dân tỉnh", "uỷ ban nhân dân tỉnh"], 2),
    (["học THPT, GDĐT", "học trung học phổ thông, giáo dục và đào tạo", "học thpt, gd&đt"], 6),
    (["tiểu học Kim Đồng", "TH Kim Đồng", "th le loi", "Tiểu học Lê Lợi"], 4),
]


@pytest.mark.parametrize(("typed", "count"), SAME)
def test_whichever_strong_form_is_typed_the_same_is_asked(typed, count):
    spelled = {text: {spelling.words for spelling in expand(text, VOCABULARY).spellings} for text in typed}
    assert all(words == spelled[typed[0]] for words in spelled.values())
    assert len(spelled[typed[0]]) == count


@pytest.mark.parametrize(
    ("typed", "spellings"),
    [
        ("HD hè", ["hướng dẫn hè", "HD hè"]),
        ("hướng dẫn hè", ["hướng dẫn hè"]),
        ("HĐ hè", ["HĐ hè"]),
        ("tt", ["thông tư", "TT", "trung tâm"]),
        ("SGDĐT", ["sở giáo dục và đào tạo", "SGDĐT", "sở GDĐT"]),
        ("CẤP 3", ["trung học phổ thông", "cấp 3", "THPT"]),
        ("phong gddt huyen hai lang", ["Phòng Văn hóa – Xã hội xã Hải Lăng", "Phòng GD&ĐT huyện Hải Lăng"]),
        ("Phòng Văn hóa – Xã hội xã Hải Lăng", ["Phòng Văn hóa – Xã hội xã Hải Lăng"]),
        ("mẫu giáo", ["mẫu giáo"]),
        ("", [""]),
    ],
)
def test_weak_forms_lead_one_way(typed, spellings):
    assert [text for text in asked(typed) if text in spellings] == spellings
    assert set(asked(typed)) <= {*spellings, "Phòng giáo dục và đào tạo huyện Hải Lăng"}


def test_many_abbreviations_stay_six_spellings_with_the_typed_one_among_them():
    typed = "HD TT THPT TH UBND GDĐT SGDĐT"
    assert len(asked(typed)) == MOST_SPELLINGS
    assert typed in asked(typed)


@pytest.mark.parametrize(
    ("typed", "marks", "marked"),
    [
        ("GDĐT", Marks.NONE, ""),
        ("GDĐT tuyen sinh", Marks.NONE, ""),
        ("Sở GDĐT", Marks.ALL, "Sở"),
        ("Sở GD&ĐT tuyen sinh", Marks.SOME, "Sở"),
        ("Sở giáo dục và đào tạo tuyen sinh", Marks.SOME, "Sở"),
        ("UBND tuyển sinh", Marks.ALL, "tuyển"),
    ],
)
def test_abbreviations_say_nothing_about_marks(typed, marks, marked):
    wording = expand(typed, VOCABULARY)
    assert marks_typed(wording.judged, usually_marked=USUALLY) is marks
    assert {spelling.marked for spelling in wording.spellings} == {marked}


def test_synonyms_that_name_each_other_do_not_go_round():
    circle = compile_vocabulary([weak("AB", "CD một hai"), weak("CD", "AB ba bốn"), strong("AB hai", "EF hai ba")])
    assert len(expand("AB CD AB hai", circle).spellings) <= MOST_SPELLINGS

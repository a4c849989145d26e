"""The list of synonyms in the portal's admin: who keeps it, what is refused, what stays of each change."""

import pytest

from search.vocabulary.models import Spelling, Strength, Synonym
from search.vocabulary.rules import Content, SynonymError, check
from tenants.units.context import use_site

pytestmark = pytest.mark.django_db
URL = "/quan-tri/tu-dong-nghia/"


@pytest.fixture
def dung(log_in):
    """The portal's desk."""
    return log_in("dung@so.example")


def group_of(text: str) -> Synonym:
    return Spelling.objects.get(text=text, is_short=True).synonym


def typed(short: str, long: str, **changes: str) -> dict[str, str]:
    return {"short": short, "long": long, "strength": "strong", "is_active": "on", "note": ""} | changes


def test_added_changed_paused_and_deleted_synonym_is_asked_accordingly_and_stays_in_the_history(dung, portal):
    def asked(text: str) -> str:
        return dung.get(f"{URL}thu-cau-hoi/", {"q": text}).content.decode()

    assert "chỉ được hỏi đúng như đã gõ" in asked("vsattp")
    answer = dung.post(f"{URL}them/", typed("VSATTP", "vệ sinh an toàn thực phẩm\n thực  phẩm sạch"))
    assert answer.status_code == 302
    added = group_of("VSATTP")
    assert [one.text for one in added.spellings.all()] == ["VSATTP", "vệ sinh an toàn thực phẩm", "thực phẩm sạch"]
    assert added.changed_by == "Võ Tiến Dũng"
    assert "hỏi cùng lúc 3 cách viết" in asked("vsattp")
    dung.post(f"{URL}{added.pk}/", typed("VSATTP", "vệ sinh an toàn thực phẩm"))
    assert "hỏi cùng lúc 2 cách viết" in asked("Vệ sinh an toàn thực phẩm")
    dung.post(f"{URL}{added.pk}/", typed("VSATTP", "vệ sinh an toàn thực phẩm", is_active=""))
    assert "chỉ được hỏi đúng như đã gõ" in asked("vsattp")
    history = dung.get(f"{URL}{added.pk}/").content.decode()
    for sentence in ("Thêm “VSATTP = vệ sinh", "trước đó “VSATTP = vệ sinh", "Ngừng dùng “VSATTP", "Võ Tiến Dũng"):
        assert sentence in history
    assert "Xóa nhóm “VSATTP = vệ sinh an toàn thực phẩm”?" in dung.get(f"{URL}{added.pk}/xoa/").content.decode()
    dung.post(f"{URL}{added.pk}/xoa/")
    assert not Spelling.objects.filter(text="VSATTP").exists()
    with use_site(portal):
        from wagtail.models import ModelLogEntry

        assert ModelLogEntry.objects.filter(action="search_vocabulary.remove", label__startswith="VSATTP").exists()


def test_refused_form_keeps_what_was_typed_and_says_why_beside_the_field(dung):
    answer = dung.post(f"{URL}them/", typed("GD&ĐT", "giáo dục vì đời"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“GD&amp;ĐT” đã có trong nhóm “GDĐT = GD-ĐT = giáo dục và đào tạo”" in page
    assert "giáo dục vì đời" in page


REFUSED = [
    (Strength.STRONG, ["GDĐT"], ["giáo dục đào tạo"], "đã có trong nhóm"),
    (Strength.STRONG, ["XYZ"], ["Giao duc va dao tao"], "đã có trong nhóm"),
    (Strength.WEAK, ["tiểu học"], ["trường cấp một"], "đã có trong nhóm"),
    (Strength.STRONG, ["XYZ"], [], "ít nhất hai cách viết"),
    (Strength.STRONG, [], [], "ít nhất hai cách viết"),
    (Strength.WEAK, [], ["xuân yêu zui"], "ít nhất một chữ viết tắt"),
    (Strength.WEAK, ["XYZ"], [], "ít nhất một chữ đầy đủ"),
    (Strength.STRONG, ["X"], ["xuân"], "chưa đến hai chữ cái"),
    (Strength.STRONG, ["2026"], ["năm nay"], "chưa đến hai chữ cái"),
    (Strength.STRONG, ["!!!"], ["năm nay"], "chưa đến hai chữ cái"),
    (Strength.STRONG, ["XYZ"], ["một hai ba bốn năm sáu bảy tám chín mười mười một"], "dài quá 10 tiếng"),
    (Strength.STRONG, ["TƯ"], ["trung tâm ương"], "đọc như một tiếng thường gặp"),
    (Strength.STRONG, ["XYZ"], ["học"], "đọc như một tiếng thường gặp"),
    (Strength.STRONG, ["X&YZ", "xyz"], ["xuân yêu zui"], "là một"),
    (Strength.STRONG, ["XYZ"], ["xyz phổ thông"], "chữ ngắn nằm trong chữ dài"),
    (Strength.STRONG, ["AB1", "AB2", "AB3", "AB4", "AB5"], ["ăn bún"], "tối đa 4 chữ viết tắt"),
    (Strength.STRONG, ["ABX"], ["ăn bún một", "ăn bún hai", "ăn bún ba", "ăn bún tư"], "tối đa 3 chữ đầy đủ"),
]


@pytest.mark.parametrize(("strength", "short", "long", "sentence"), REFUSED)
def test_what_would_mislead_searches_is_refused_in_one_sentence(strength, short, long, sentence):
    with pytest.raises(SynonymError, match=sentence):
        check(Content(strength=strength, short=tuple(short), long=tuple(long)))


ALLOWED = [
    (Strength.WEAK, ["TPX"], ["thành"]),
    (Strength.STRONG, [], ["nhà trẻ em", "trường mầm xanh"]),
    (Strength.STRONG, ["TĐTT"], ["thi đấu thể thao"]),
    (Strength.WEAK, ["lớp mầm"], ["mầm non"]),
]


@pytest.mark.parametrize(("strength", "short", "long"), ALLOWED)
def test_what_helps_is_allowed(strength, short, long):
    check(Content(strength=strength, short=tuple(short), long=tuple(long)))


def test_list_is_found_without_marks_and_costs_the_same_for_any_length(dung, django_assert_max_num_queries):
    page = dung.get(URL, {"q": "uy ban nhan dan"}).content.decode()
    assert "UBND" in page
    assert "THPT" not in page
    assert "Không có nhóm nào chứa “&lt;zz&gt;”" in dung.get(URL, {"q": "<zz>"}).content.decode()
    with django_assert_max_num_queries(20):
        assert "Trang 1 trong 2" in dung.get(URL).content.decode()


def test_question_of_the_report_begins_a_new_synonym(dung):
    assert ">bán trú xa nhà</textarea>" in dung.get(f"{URL}them/?cau-hoi=bán trú xa nhà").content.decode().replace(
        "\n", ""
    )


def test_number_is_told_apart(dung):
    assert "số của một văn bản" in dung.get(f"{URL}thu-cau-hoi/", {"q": "1682/QĐ-SGDĐT"}).content.decode()


def test_unit_has_no_such_page_and_others_of_the_portal_are_told_whom_to_ask(log_in):
    pk = group_of("THPT").pk
    for path in ("", "them/", "thu-cau-hoi/", f"{pk}/", f"{pk}/xoa/"):
        assert log_in("minh@anbinh.example").get(URL + path).status_code == 404
    assert log_in("mai@so.example").get(URL).status_code == 403
    assert log_in("mai@so.example").post(f"{URL}{pk}/xoa/").status_code == 403
    assert group_of("THPT").pk == pk

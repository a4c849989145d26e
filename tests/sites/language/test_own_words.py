"""Where Wagtail has no words to translate, ours stand in; and the crawl itself notices English."""

import json
import re
from pathlib import Path

import pytest
import wagtail.admin
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import trans_real

from core.catalogue.packages import overlay
from tenants.units.context import use_site
from tests.factories.pages import make_article
from tests.sites.language.english import is_english
from tests.sites.language.spoken import spoken_in


@pytest.fixture
def minh(log_in):
    return log_in("minh@anbinh.example")


def test_our_header_is_wagtails_but_for_the_label_of_its_button() -> None:
    def body(path: Path) -> str:
        """The house indents its templates; what counts is the words and tags, whatever the space between them."""
        text = "".join(path.read_text(encoding="utf-8").rsplit("{% endcomment %}", 1)[-1].split())
        return re.sub(r"{%endblock\w*%}", "{%endblock%}", text)

    original = Path(wagtail.admin.__file__).parent / "templates/wagtailadmin/shared/header.html"
    ours = Path(settings.BASE_DIR) / "templates/wagtailadmin/shared/header.html"
    translated = body(original).replace('value="Search"', "value=\"{%translate'Search'%}\"")
    # The formatter writes `with` in today's form.
    old, new = "action_icon|default:'plus'asaction_icon_name", "action_icon_name=action_icon|default:'plus'"
    assert body(ours) == translated.replace(old, new)


@pytest.mark.parametrize("kind", ["external", "email", "phone", "anchor"])
def test_link_forms_label_their_fields(minh, kind) -> None:
    assert "Chữ của liên kết" in list(spoken_in(minh.get(f"/quan-tri/choose-{kind}-link/")))


def test_privacy_offers_groups_under_the_names_of_roles(minh, an_binh) -> None:
    with use_site(an_binh):
        page = make_article()
    said = list(spoken_in(minh.get(f"/quan-tri/pages/{page.pk}/privacy/")))
    assert {"Người viết", "Biên tập viên", "Trưởng đơn vị, người duyệt"} <= set(said)
    assert "editor" not in said


def test_the_roots_of_pages_and_collections_have_vietnamese_names(minh) -> None:
    assert "Cây trang: Gốc" in set(spoken_in(minh.get("/quan-tri/pages/")))
    assert "Root" not in set(spoken_in(minh.get("/quan-tri/images/multiple/add/")))


def test_javascript_catalogue_serves_the_overlay(visitor) -> None:
    script = visitor("th-an-binh").get("/quan-tri/jsi18n/").content.decode()
    served, _end = json.JSONDecoder().raw_decode(script.split("const newcatalog = ", 1)[1])
    assert {entry.msgid for entry in overlay("djangojs")} <= served.keys()
    assert served["Loading…"] == "Đang tải…"  # Wagtail itself says "Đang tải..."
    assert served["%(num)s error"] == ["%(num)s chỗ cần sửa"]
    assert "const v = 0;" in script  # one form for any number


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Save draft", True),
        ("Page 1 of 3", True),
        ("6\xa0seconds ago", True),
        ('Sorry, no images match "', True),
        ("This sentence is in no catalogue of the packages", True),
        ("Lưu bản nháp", False),
        ("Trang con", False),
        ("Tin an toan: co to the", False),
    ],
)
def test_english_is_told_from_vietnamese(text: str, is_one: bool) -> None:
    assert is_english(" ".join(text.split())) == is_one


def test_an_admin_without_the_overlay_would_be_noticed(minh, monkeypatch) -> None:
    monkeypatch.setitem(trans_real._translations, "vi", trans_real.DjangoTranslation("en"))
    assert len({text for text in spoken_in(minh.get("/quan-tri/images/")) if is_english(text)}) > 50


def test_everything_a_page_hands_to_people_and_scripts_is_read() -> None:
    page = HttpResponse(
        """<p>Chữ</p><input type="submit" value="Gửi"><button value="machine" aria-label="Đóng">×</button>
        <div data-chooser='{"title": "Chọn ảnh", "html": "<b>Đậm</b>"}' data-action="w-dialog#show"></div>
        <script>ignored("English")</script><script type="application/json">["Trong tập lệnh"]</script>"""
    )
    assert list(spoken_in(page)) == ["Chữ", "Gửi", "×", "Đóng", "Chọn ảnh", "Đậm", "Trong tập lệnh"]

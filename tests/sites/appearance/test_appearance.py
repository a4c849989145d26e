"""How a unit looks: who decides, what shows at once, what nobody can hide."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core.identity.models import Identity
from core.media.models import Faces
from sites.appearance.blocks import HOME_BLOCKS, shown_blocks
from sites.appearance.rows import Row, moved
from sites.models import HomePage, SectionPage
from sites.presenters.menu import LOGO_SPEC
from tenants.pagecache.shelf import shelves
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, UnitSite
from tests.factories.pages import make_article
from tests.factories.pictures import make_image
from tests.support.network import site_of

SCREEN, PREVIEW = "/quan-tri/giao-dien/", "/quan-tri/giao-dien/xem-thu/"
MOST_QUERIES = 10
LOOK = {
    "palette": "hoa-phuong",
    "logo": "",
    "cover": "",
    "motto": "",
    "long_name": "",
    "short_name": "",
    "english_name": "",
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def minh(an_binh: UnitSite, log_in: Callable[..., Client]) -> Client:
    """Minh, who is An Bình's administrator, too."""
    identity = Identity.objects.get(email="minh@anbinh.example")
    Membership.objects.create(identity=identity, unit=an_binh.unit, role=Role.ADMINISTRATOR)
    return log_in("minh@anbinh.example")


def sections(site: UnitSite) -> dict[str, int]:
    """Return title → key of the pages below the home page, in the order of the tree."""
    with use_site(site):
        return dict(Page.objects.filter(depth=3).order_by("path").values_list("title", "pk"))


def form(site: UnitSite, *, hidden: tuple[str, ...] = (), first: str = "", **changes: Any) -> dict[str, Any]:
    """Return what the screen sends when everything is shown but `hidden` titles, `first` before all others."""
    found = sections(site)
    order = sorted(found, key=lambda title: title != first)
    blocks = [block.name for block in HOME_BLOCKS["school"]]
    return {
        **LOOK,
        "section": [found[title] for title in order],
        "section-shown": [pk for title, pk in found.items() if title not in hidden],
        "block": blocks,
        "block-shown": blocks,
        **changes,
    }


def text_of(client: Client, path: str = "/") -> str:
    return client.get(path).text.replace("\xa0", " ")


def nav_of(page: str) -> list[str]:
    row = page.partition('<nav class="cg-nav"')[2].partition("</nav>")[0]
    return [item.partition(">")[2].partition("<")[0] for item in row.split("<a ")[1:]]


@pytest.mark.parametrize("email", ["thu@anbinh.example", "lan@anbinh.example", "minh@anbinh.example"])
def test_only_the_administrator_opens_the_screen(email: str, log_in, an_binh) -> None:
    client = log_in(email)
    assert "quản trị đơn vị" in client.get(SCREEN, follow=True).text
    assert client.get(SCREEN).status_code == 403
    assert client.post(PREVIEW, form(an_binh)).status_code == 403
    client.post(SCREEN, form(an_binh))
    assert UnitSite.objects.get(pk=an_binh.pk).palette == "cua-tung"


def test_screen_offers_eight_palettes_and_says_why_a_section_stays(minh) -> None:
    page = minh.get(SCREEN)
    assert page.status_code == 200
    assert page.text.count('class="lt-palette"') == 8
    assert "Luôn hiện theo Thông tư 09/2024/TT-BGDĐT." in page.text
    assert "Luôn hiện theo Thông tư 37/2020/TT-BGDĐT, điều 9." in page.text
    assert "Luôn hiện: khối này có tiến độ công khai" in page.text


def test_saved_look_shows_at_once_with_the_page_cache_on(minh, an_binh, visitor, settings) -> None:
    settings.PAGE_CACHE = True
    shelves.clear()
    reader = visitor("th-an-binh")
    assert 'data-palette="cua-tung"' in text_of(reader)
    with use_site(an_binh):
        logo = make_image("Biểu trưng", color="navy")
        logo.get_rendition(LOGO_SPEC)
    answer = minh.post(
        SCREEN,
        form(
            an_binh,
            logo=logo.pk,
            motto="Vui đến trường",
            long_name="Trường Tiểu học An Bình, Quảng Trị",
            short_name="Tiểu học An Bình",
        ),
        follow=True,
    )
    assert "Đã lưu giao diện." in answer.text
    home = text_of(reader)
    assert 'data-palette="hoa-phuong"' in home
    assert "Vui đến trường" in home
    assert "<title>Tiểu học An Bình</title>" in home
    assert "Trường Tiểu học An Bình, Quảng Trị" in home
    source = home.partition('<img class="cg-logo" src="')[2].partition('"')[0]
    assert reader.get(source).status_code == 200
    assert source.endswith(".webp")


def test_footer_keeps_the_name_of_the_register(minh, an_binh, visitor) -> None:
    minh.post(SCREEN, form(an_binh, long_name="Ngôi trường xanh", short_name="Trường xanh"))
    footer = text_of(visitor("th-an-binh")).partition('<footer class="cg-footer')[2]
    assert "Trường Tiểu học An Bình" in footer


def test_moved_row_is_not_saved_before_the_button_is_pressed(minh, an_binh, visitor) -> None:
    reader, notices = visitor("th-an-binh"), sections(an_binh)["Thông báo"]
    before = nav_of(text_of(reader))
    answer = minh.post(SCREEN, form(an_binh, move=f"section:{notices}:len"))
    assert "Thứ tự mới chưa lưu." in answer.text
    rows = [int(part.partition('"')[0]) for part in answer.text.split('name="section" value="')[1:]]
    assert rows.index(notices) == 1
    assert nav_of(text_of(reader)) == before
    minh.post(SCREEN, form(an_binh, section=rows))
    assert nav_of(text_of(reader))[:3] == ["Giới thiệu", "Thông báo", "Tin tức"]


def test_section_is_hidden_and_one_the_law_requires_is_not(minh, an_binh, visitor) -> None:
    minh.post(SCREEN, form(an_binh, hidden=("Thông báo", "Công khai", "Tin tức")))
    reader = visitor("th-an-binh")
    assert "Thông báo" not in nav_of(text_of(reader))
    assert {"Công khai", "Tin tức"} <= set(nav_of(text_of(reader)))
    assert "/thong-bao/" not in text_of(reader, "/chuyen-muc/")
    assert reader.get("/thong-bao/").status_code == 200
    minh.post(SCREEN, form(an_binh))
    assert "Thông báo" in nav_of(text_of(reader))


def test_section_the_law_requires_stays_whatever_its_own_tick_says(an_binh, visitor) -> None:
    with use_site(an_binh):
        Page.objects.filter(depth=3).update(show_in_menus=False)
    assert {"Giới thiệu", "Tin tức", "Tuyển sinh", "Công khai"} <= set(nav_of(text_of(visitor("th-an-binh"))))


def test_draft_of_a_hidden_section_does_not_show_it_again(minh, an_binh, visitor) -> None:
    with use_site(an_binh):
        section = SectionPage.objects.get(title="Thông báo")
        section.summary = "Sửa dở."
        section.save_revision()
    minh.post(SCREEN, form(an_binh, hidden=("Thông báo",)))
    with use_site(an_binh):
        SectionPage.objects.get(title="Thông báo").get_latest_revision().publish()
        assert SectionPage.objects.get(title="Thông báo").summary == "Sửa dở."
    assert "Thông báo" not in nav_of(text_of(visitor("th-an-binh")))


def test_older_draft_of_the_home_page_does_not_undo_the_look(minh, an_binh, visitor) -> None:
    with use_site(an_binh):
        home = HomePage.objects.get()
        home.summary = "Trường nhỏ bên sông."
        home.save_revision()
    minh.post(SCREEN, form(an_binh, long_name="Trường An Bình mới", first="Liên hệ"))
    with use_site(an_binh):
        HomePage.objects.get().get_latest_revision().publish()
    page = text_of(visitor("th-an-binh"))
    assert "Trường An Bình mới" in page
    assert nav_of(page)[0] == "Liên hệ"


def test_hidden_block_is_gone_and_the_news_never_are(minh, an_binh, visitor) -> None:
    with use_site(an_binh):
        make_article("Trồng cây ven sông")
    reader = visitor("th-an-binh")
    blocks = ["from_department", "news", "today"]
    minh.post(SCREEN, {**form(an_binh), "block": blocks, "block-shown": ["from_department"]})
    with use_site(an_binh):
        home = HomePage.objects.get()
        assert (home.block_order, home.hidden_blocks) == (blocks, ["today"])
    page = text_of(reader)
    assert "Trồng cây ven sông" in page
    assert "Hôm nay" not in page


@pytest.mark.parametrize("kind", HOME_BLOCKS)
def test_blocks_that_stay_stay_in_any_order(kind) -> None:
    names = [block.name for block in HOME_BLOCKS[kind]]
    assert shown_blocks(kind, (), ()) == tuple(names)
    assert shown_blocks(kind, names[::-1], ()) == tuple(names[::-1])
    fixed = [block.name for block in HOME_BLOCKS[kind] if block.reason]
    assert fixed
    assert list(shown_blocks(kind, (), names)) == fixed


def test_new_block_follows_those_the_unit_has_placed() -> None:
    assert shown_blocks("school", ["from_department"], ()) == ("from_department", "today", "news")


def test_rows_move_one_place_and_not_past_the_ends() -> None:
    rows = [Row(value, value, True) for value in "abc"]

    def values(found: list[Row]) -> str:
        return "".join(row.value for row in found)

    assert values(moved(rows, "b", "len")) == "bac"
    assert values(moved(rows, "b", "xuong")) == "acb"
    assert (
        values(moved(rows, "a", "len")) == values(moved(rows, "c", "xuong")) == values(moved(rows, "x", "len")) == "abc"
    )


def test_preview_shows_the_wish_and_keeps_nothing(minh, an_binh, visitor) -> None:
    reader = visitor("th-an-binh")
    before = text_of(reader)
    wish = form(an_binh, long_name="Tên chỉ để thử", hidden=("Thông báo",), first="Liên hệ")
    shown = minh.post(PREVIEW, wish).text.replace("\xa0", " ")
    assert 'data-palette="hoa-phuong"' in shown
    assert "Tên chỉ để thử" in shown
    assert "Đây là bản xem thử, chưa lưu." in shown
    assert nav_of(shown)[0] == "Liên hệ"
    assert "Thông báo" not in nav_of(shown)
    assert text_of(reader) == before
    assert UnitSite.objects.get(pk=an_binh.pk).palette == "cua-tung"


@pytest.mark.parametrize("address", [SCREEN, PREVIEW])
def test_picture_without_consent_is_refused_in_words_and_nothing_is_lost(minh, an_binh, address: str) -> None:
    with use_site(an_binh):
        crowd = make_image("Chào cờ", faces=Faces.UNCONSENTED)
    answer = minh.post(address, form(an_binh, cover=crowd.pk, motto="Dạy tốt, học tốt"))
    assert answer.status_code == 422
    assert "Ảnh “Chào cờ” có mặt học sinh nhưng chưa có giấy đồng ý." in answer.text
    assert "Dạy tốt, học tốt" in answer.text
    with use_site(an_binh):
        assert HomePage.objects.get().hero_image is None


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("palette", "do-choi", "Bảng màu này không có."),
        ("palette", "", "Thầy cô chưa chọn bảng màu."),
        ("long_name", "x" * 201, "Dòng này dài quá 200 ký tự."),
        ("logo", "999999", "Ảnh này không còn trong kho ảnh."),
    ],
)
def test_bad_input_gets_one_sentence(minh, an_binh, field: str, value: str, sentence: str) -> None:
    answer = minh.post(SCREEN, form(an_binh, **{field: value}))
    assert answer.status_code == 422
    assert sentence in answer.text


def test_another_units_picture_and_sections_are_not_taken(minh, an_binh, phu_hoa) -> None:
    with use_site(phu_hoa):
        theirs = make_image("Ảnh của Phú Hòa")
        their_home = HomePage.objects.get()
    answer = minh.post(SCREEN, form(an_binh, logo=theirs.pk + 10_000, section=[their_home.pk + 10_000]))
    assert answer.status_code == 422
    assert site_of("th-phu-hoa").palette == "cua-tung"


def test_required_section_is_neither_deleted_nor_unpublished_nor_moved(minh, an_binh) -> None:
    found = sections(an_binh)
    contact = found["Liên hệ"]
    for verb in ("delete", "unpublish"):
        answer = minh.post(f"/quan-tri/pages/{contact}/{verb}/", follow=True)
        assert "Trang của đơn vị phải có chuyên mục “Liên hệ” theo Thông tư 37/2020" in answer.text
    minh.post(f"/quan-tri/pages/{contact}/move/{found['Giới thiệu']}/confirm/")
    minh.post(f"/quan-tri/bulk/wagtailcore/page/delete/?id={contact}&next=/quan-tri/pages/")
    with use_site(an_binh):
        page = Page.objects.get(pk=contact)
        assert page.live
        assert page.depth == 3


def test_logo_costs_readers_no_query(minh, an_binh, visitor) -> None:
    with use_site(an_binh):
        logo = make_image("Biểu trưng")
    reader = visitor("th-an-binh")
    minh.post(SCREEN, form(an_binh, logo=logo.pk))
    with CaptureQueriesContext(connection) as after_change:
        page = text_of(reader)
    assert "cg-logo" in page
    assert len(after_change) <= MOST_QUERIES + 8  # the menu is read anew after a change
    with CaptureQueriesContext(connection) as settled:
        text_of(reader)
    assert len(settled) <= MOST_QUERIES

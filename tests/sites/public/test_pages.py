"""What an anonymous reader gets at the addresses of a site: whole, and light on the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from sites.models import HomePage, SectionPage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.exchange import publish_post, send_post
from tests.factories.pages import make_article
from tests.factories.pictures import make_image

Visitor = Callable[[str], Client]
MOST_QUERIES = 10
MARKER = "Chuyện riêng của lớp 5A"


@pytest.fixture
def article(an_binh: UnitSite) -> str:
    """Return the address of one of six articles with pictures."""
    with use_site(an_binh):
        for number, color in enumerate(("navy", "teal", "olive", "maroon", "gray", "black")):
            page = make_article(f"Bài {number}", cover_image=make_image(color=color), author="Cô Lan")
        return str(page.get_url())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/tin-tuc/", "/thong-bao/", "/gioi-thieu/", "/chuyen-muc/", "/danh-ba/", "/feed/"]
)
def test_page_answers_within_ten_queries(
    path: str, article: str, visitor: Visitor, django_assert_max_num_queries: Any
) -> None:
    client = visitor("th-an-binh")
    client.get(path)  # the menu is read once a change
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_article_answers_within_ten_queries(article: str, visitor: Visitor, django_assert_max_num_queries: Any) -> None:
    client, path = visitor("th-an-binh"), article
    client.get(path)
    with django_assert_max_num_queries(MOST_QUERIES):
        answer = client.get(path)
    assert "Cô Lan" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/thong-tin-tu-co-so/", "/van-ban-cong-van/", "/tin-tuc-su-kien/"])
def test_portal_page_answers_within_ten_queries(
    path: str, portal: UnitSite, visitor: Visitor, django_assert_max_num_queries: Any
) -> None:
    client = visitor("so-gddt")
    client.get(path)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(path).status_code == 200


def test_portal_names_six_tasks_in_one_row(visitor: Visitor) -> None:
    assert visitor("portal").get("/").text.count('class="cg-tile"') == 6


@pytest.mark.django_db
def test_listing_costs_the_same_for_one_and_for_many(an_binh: UnitSite, visitor: Visitor) -> None:
    client = visitor("th-an-binh")
    costs = []
    for number in range(20):
        with use_site(an_binh):
            make_article(f"Bài {number}", cover_image=make_image(color=f"#{number:02}4466"))
        if number in {0, 19}:
            client.get("/tin-tuc/")
            with CaptureQueriesContext(connection) as queries:
                client.get("/tin-tuc/")
            costs.append(len(queries))
    assert costs[0] == costs[1] <= MOST_QUERIES


@pytest.mark.django_db
def test_new_section_is_in_the_menu_at_once(an_binh: UnitSite, visitor: Visitor) -> None:
    client = visitor("th-an-binh")
    assert "Câu lạc bộ" not in client.get("/chuyen-muc/").text
    with use_site(an_binh):
        home = HomePage.objects.get()
        home.add_child(instance=SectionPage(title="Câu lạc bộ", slug="cau-lac-bo", show_in_menus=True, live=False))
        SectionPage.objects.get(slug="cau-lac-bo").save_revision().publish()
    assert "Câu lạc bộ" in client.get("/chuyen-muc/").text


@pytest.mark.django_db
def test_page_has_no_inline_script_or_style_and_asks_no_other_host(article: str, visitor: Visitor) -> None:
    answer = visitor("th-an-binh").get(article)
    policy = answer["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "style=" not in answer.text
    assert "<style" not in answer.text
    assert " onclick" not in answer.text
    assert 'src="http' not in answer.text


@pytest.mark.django_db
def test_article_says_what_it_is(article: str, visitor: Visitor) -> None:
    path = article
    answer = visitor("th-an-binh").get(path).text
    assert f'<link rel="canonical" href="http://th-an-binh.localhost:8000{path}">' in answer
    assert '<meta name="DC.publisher" content="Trường Tiểu học An Bình">' in answer
    assert '"@type":"NewsArticle"' in answer
    assert 'lang="vi"' in answer


@pytest.mark.django_db
def test_script_in_a_title_stays_words(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        path = make_article("</script><script>alert(1)</script>", summary="<img src=x>").get_url()
    answer = visitor("th-an-binh").get(path).text
    assert "<script>alert" not in answer
    assert "<img src=x>" not in answer


@pytest.mark.django_db
def test_print_and_share_views_need_no_script(article: str, visitor: Visitor) -> None:
    client, path = visitor("th-an-binh"), article
    assert "Lưu dưới dạng PDF" in client.get(f"{path}?in=1").text
    share = client.get(f"{path}?chia-se=1").text
    assert "Gửi bằng thư điện tử" in share
    assert f"th-an-binh.localhost:8000{path}" in share


@pytest.mark.django_db
def test_preview_shows_the_draft_as_readers_will_see_it(an_binh: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(an_binh):
        page = make_article(MARKER, live=False)
    client = log_in("lan@anbinh.example")
    answer = client.get(f"/quan-tri/pages/{page.pk}/view_draft/")
    assert answer.status_code == 200
    assert MARKER in answer.text
    assert "cg-article" in answer.text


@pytest.mark.django_db
def test_school_home_tells_which_posts_the_department_took(
    an_binh: UnitSite, portal: UnitSite, visitor: Visitor
) -> None:
    publish_post(send_post(an_binh, "minh@anbinh.example"), portal)
    assert "Sở đã đăng lại" in visitor("th-an-binh").get("/").text


@pytest.mark.django_db
def test_english_prefix_without_english_pages_is_not_found(an_binh: UnitSite, visitor: Visitor) -> None:
    assert visitor("th-an-binh").get("/en/").status_code == 404
    translation.activate("vi")


@pytest.mark.django_db
def test_not_found_keeps_the_frame_and_offers_the_words_of_the_address(an_binh: UnitSite, visitor: Visitor) -> None:
    answer = visitor("th-an-binh").get("/lich-thi-hoc-ky/")
    assert answer.status_code == 404
    assert 'value="lich thi hoc ky"' in answer.text
    assert "Trường Tiểu học An Bình" in answer.text


@pytest.mark.django_db
def test_unknown_host_tells_nothing(an_binh: UnitSite) -> None:
    answer = Client(headers={"host": "khong-co.localhost"}).get("/")
    assert answer.status_code == 404
    assert "An Bình" not in answer.text
    assert "Quảng Trị" not in answer.text

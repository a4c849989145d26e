"""English pages as readers find them: at their addresses, in the head of pages, behind the language switch."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from lxml import html
from wagtail.models import Locale

from sites.models import ArticlePage, HomePage
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.catalogue.sources import strings_of
from tests.factories.pages import make_article
from tests.sites.english.conftest import Translate, url_of

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
SAME = {"Menu"}
ORIGIN = "http://th-an-binh.localhost:8000"


def switch_of(text: str) -> tuple[str, str]:
    """Return the language code and address of the language switch."""
    (link,) = html.fromstring(text).xpath("//*[contains(@class, 'cg-strip__tools')]//a[@hreflang]")
    return link.get("hreflang"), link.get("href")


def test_unit_without_english_shows_no_switch(article: ArticlePage, visitor: Visitor) -> None:
    client = visitor("th-an-binh")
    assert "hreflang" not in client.get("/").text
    assert client.get("/en/").status_code == 404


def test_draft_translation_is_not_public(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, visitor: Visitor
) -> None:
    with use_site(an_binh):
        home = HomePage.objects.get()
    translate(home)
    other = visitor("th-an-binh").get(f"/en{url_of(article)}")
    assert "500 trees" not in other.text


def test_switch_keeps_the_page_both_ways(article: ArticlePage, translate: Translate, visitor: Visitor) -> None:
    english = translate(article)
    client = visitor("th-an-binh")
    path, english_path = url_of(article), url_of(english)
    assert english_path.startswith("/en/")
    assert switch_of(client.get(path).text) == ("en", english_path)
    answer = client.get(english_path)
    assert "500 trees planted by the river" in answer.text
    assert html.fromstring(answer.text).get("lang") == "en"
    assert switch_of(answer.text) == ("vi", path)
    links = html.fromstring(answer.text).head.xpath("link[@hreflang]")
    assert {link.get("hreflang"): link.get("href") for link in links} == {
        "vi": ORIGIN + path, "en": ORIGIN + english_path,
    }  # fmt: skip


def test_page_without_translation_says_so_in_english(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, visitor: Visitor
) -> None:
    translate(article)
    with use_site(an_binh):
        path = make_article("Chỉ tiếng Việt").get_url()
    client = visitor("th-an-binh")
    code, address = switch_of(client.get(path).text)
    assert (code, address) == ("en", f"/en{path}")
    answer = client.get(address)
    assert (answer.status_code, html.fromstring(answer.text).get("lang")) == (200, "en")
    assert "This page is in Vietnamese only" in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text
    assert f'href="{path}"' in answer.text
    assert client.get("/en/tin-tuc/khong-co/").status_code == 404


def test_vietnamese_place_of_a_translated_page_leads_to_it(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, visitor: Visitor
) -> None:
    english = translate(article)
    with use_site(an_binh):
        english.slug = "500-trees"
        english.save_revision().publish()
    answer = visitor("th-an-binh").get(f"/en{url_of(article)}")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/500-trees/")


def test_lists_hold_one_language(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, visitor: Visitor
) -> None:
    translate(article)
    client = visitor("th-an-binh")
    for path in ("/", "/tin-tuc/", "/feed/", "/tin-tuc/feed/"):
        assert "500 trees" not in client.get(path).text, path
    for path in ("/en/", "/en/tin-tuc/", "/en/feed/"):
        assert "500 trees" in client.get(path).text, path
    assert 'xml:lang="en"' in client.get("/en/feed/").text


def test_registry_and_api_tell_the_language(article: ArticlePage, translate: Translate, visitor: Visitor) -> None:
    english = translate(article)
    locales = Entry.objects.live().filter(object_type="article").values_list("object_id", "locale")
    assert set(locales) == {(article.pk, "vi"), (english.pk, "en")}
    items = visitor("th-an-binh").get("/api/v1/articles/").json()["items"]
    assert {item["language"] for item in items} == {"vi", "en"}


def test_english_pages_cost_readers_one_query_more(
    article: ArticlePage, translate: Translate, visitor: Visitor, django_assert_max_num_queries: Callable[..., object]
) -> None:
    english = translate(article)
    client = visitor("th-an-binh")
    for path in ("/", url_of(article), url_of(english)):
        client.get(path)
        with django_assert_max_num_queries(10):
            client.get(path)


def test_english_pages_speak_english_around_the_text(
    article: ArticlePage, an_binh: UnitSite, translate: Translate, visitor: Visitor
) -> None:
    english = translate(article)
    templates = settings.BASE_DIR / "templates"
    modules = (settings.BASE_DIR / "sites" / "presenters").glob("*.py")
    ours = set(strings_of(*templates.glob("components/*/*.html"), *templates.glob("pages/*.html"), *modules))
    client = visitor("th-an-binh")
    said = {}
    for path in ("/", "/tin-tuc/", "/chuyen-muc/", "/danh-ba/", "/danh-ba/th-an-binh/", url_of(english)[3:]):
        texts = {" ".join(text.split()) for text in html.fromstring(client.get(f"/en{path}").text).itertext()}
        said[path] = texts & ours - SAME
    assert {path: texts for path, texts in said.items() if texts} == {}


def test_portal_s_english_home_leaves_no_gap_where_nothing_is_translated(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        english = Locale.objects.get_or_create(language_code="en")[0]
        HomePage.objects.get().copy_for_translation(english).save_revision().publish()
    page = html.fromstring(visitor("so-gddt").get("/en/").text)
    assert page.get("lang") == "en"
    assert page.xpath("//main//div[contains(@class, 'cg-section')][not(*)]") == []

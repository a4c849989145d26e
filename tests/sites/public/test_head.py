"""What each type of page says of itself: read as a search engine, an archive and a shared link read it."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from unicodedata import is_normalized
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html
from wagtail.models import Page

from sites.disclosures.actions.open_year import open_year
from sites.disclosures.models import DisclosuresPage
from sites.models import ArticlePage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.documents import add_document
from tests.factories.exchange import publish_post, send_post
from tests.factories.pages import make_article
from tests.factories.pictures import make_image
from tests.isolation.things import things_of_citizens
from tests.sites.procedures.test_procedures import add as add_procedure
from tests.sites.procedures.test_procedures import procedure

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
# Addresses that are no page of the tree.
MORE = ("/chuyen-muc/", "/danh-ba/", "/danh-ba/th-an-binh/", "/api/")
ALWAYS = ("og:title", "og:type", "og:site_name", "og:locale", "og:url")
CORE = ("DC.title", "DC.language", "DC.type", "DC.creator", "DC.publisher", "DC.identifier")


@pytest.fixture
def addresses(an_binh: UnitSite, portal: UnitSite) -> dict[str, set[str]]:
    """Code of a unit → the addresses of its live pages, with one of every type that does not stand there at first."""
    publish_post(send_post(an_binh, "minh@anbinh.example"), portal)
    with use_site(portal):
        add_document("2148/SGDĐT-GDPT", "V/v kiểm tra cuối học kỳ I")
        add_procedure(procedure())
        things_of_citizens()
    with use_site(an_binh):
        year = open_year(section=DisclosuresPage.objects.get(), starts_in=timezone.localdate().year, user=None)
        year.get_latest_revision().publish()
    return {"so-gddt": _live(portal), "th-an-binh": _live(an_binh)}


def _live(site: UnitSite) -> set[str]:
    with use_site(site):
        return {page.get_url() for page in Page.objects.live().filter(depth__gt=1)} | set(MORE)


def head_of(client: Client, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.text).head


def named(head: html.HtmlElement) -> dict[str, str]:
    """Return name or property of each meta element → its content."""
    found = {meta.get("name") or meta.get("property"): meta.get("content") for meta in head.iter("meta")}
    return {name: content for name, content in found.items() if name}


def linked_data(head: html.HtmlElement) -> dict[str, dict[str, Any]]:
    """Return type → what the page says in schema.org's words."""
    blocks = [json.loads(script.text) for script in head.iter("script") if script.get("type") == "application/ld+json"]
    assert all(block["@context"] == "https://schema.org" for block in blocks)
    return {block["@type"]: block for block in blocks}


def wrong_in(head: html.HtmlElement, *, is_home: bool) -> list[str]:
    """Return what the head of any page lacks."""
    said = named(head)
    wrong = [name for name in (*ALWAYS, *CORE) if not said.get(name)]
    canonical = [link.get("href") for link in head.iter("link") if link.get("rel") == "canonical"]
    if len(canonical) != 1 or not urlsplit(canonical[0]).netloc or canonical[0] != said.get("og:url"):
        wrong.append(f"canonical {canonical}")
    if not is_normalized("NFC", html.tostring(head, encoding="unicode")):
        wrong.append("NFC")
    trail = linked_data(head).get("BreadcrumbList", {}).get("itemListElement", [])
    places = [place["position"] for place in trail]
    if is_home == bool(trail) or places != list(range(1, len(trail) + 1)):
        wrong.append(f"trail {trail}")
    wrong += [place["item"] for place in trail[:-1] if not urlsplit(place["item"]).netloc]
    return wrong


def test_every_type_of_page_says_what_it_is(addresses: dict[str, set[str]], visitor: Visitor) -> None:
    wrong = {}
    for code, paths in addresses.items():
        for path in paths:
            if found := wrong_in(head_of(visitor(code), path), is_home=path == "/"):
                wrong[code, path] = found
    assert wrong == {}


def test_home_page_names_the_school_as_an_organization(an_binh: UnitSite, visitor: Visitor) -> None:
    school = linked_data(head_of(visitor("th-an-binh"), "/"))["EducationalOrganization"]
    assert school["name"] == "Trường Tiểu học An Bình"
    assert school["url"] == "http://th-an-binh.localhost:8000/"
    assert school["parentOrganization"]["name"] == "Sở Giáo dục và Đào tạo Quảng Trị"
    assert "GovernmentOrganization" in linked_data(head_of(visitor("so-gddt"), "/"))


def test_article_is_news_of_its_unit_with_picture_and_dates(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        path = make_article("Hội thi", cover_image=make_image(), author="Cô Lan").get_url()
    head = head_of(visitor("th-an-binh"), path)
    news, said = linked_data(head)["NewsArticle"], named(head)
    assert (news["headline"], news["inLanguage"], news["author"]["name"]) == ("Hội thi", "vi", "Cô Lan")
    assert datetime.fromisoformat(news["datePublished"]).replace(second=0) == datetime.fromisoformat(
        said["article:published_time"]
    )
    assert news["image"] == said["og:image"]
    assert news["image"].startswith("http://th-an-binh.localhost:8000/tep/")
    assert [place["name"] for place in linked_data(head)["BreadcrumbList"]["itemListElement"]] == [
        "Trang chủ", "Tin tức", "Hội thi",
    ]  # fmt: skip


def test_data_blocks_pass_the_policy_and_cannot_be_left(an_binh: UnitSite, visitor: Visitor) -> None:
    """They are data, which the policy lets stand; a title that closes the element stays inside it."""
    with use_site(an_binh):
        path = make_article("</script><script>alert(1)</script>").get_url()
    answer = visitor("th-an-binh").get(path)
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
    scripts = html.fromstring(answer.text).head.findall("script")
    assert {script.get("type") for script in scripts} == {"application/ld+json", "module"}
    assert "alert(1)" in linked_data(html.fromstring(answer.text).head)["NewsArticle"]["headline"]


def test_title_typed_in_parts_is_told_in_one_form(an_binh: UnitSite, visitor: Visitor) -> None:
    page = ArticlePage(title="Kê\u0301t quả học tập", live=False)
    page.clean()
    with use_site(an_binh):
        address = make_article(page.title).get_url()
    assert named(head_of(visitor("th-an-binh"), address))["og:title"] == "Kết quả học tập"

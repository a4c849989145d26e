"""What search engines are told to read, and what not."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from sites.discovery import sitemaps
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite
from tenants.units.statuses import UnitStatus
from tests.factories.exchange import publish_post, send_post
from tests.factories.pages import make_article
from tests.support.network import make_unit

Visitor = Callable[[str], Client]
ORIGIN, PORTAL = "http://th-an-binh.localhost:8000", "http://portal.localhost:8000"


def addresses(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/xml")
    return re.findall("<loc>(.*?)</loc>", answer.content.decode())


def own(client: Client, path: str) -> set[str]:
    """Return the paths of a part: the test client's host carries no port."""
    return {re.sub("^https?://[^/]+", "", address) for address in addresses(client, path)}


@pytest.mark.django_db
def test_index_of_a_school_names_its_own_part_alone(an_binh: UnitSite, visitor: Visitor) -> None:
    assert addresses(visitor("th-an-binh"), "/sitemap.xml") == [f"{ORIGIN}/sitemap-trang.xml"]


@pytest.mark.django_db
def test_index_of_the_portal_names_the_other_units(an_binh: UnitSite, phu_hoa: UnitSite, visitor: Visitor) -> None:
    Unit.objects.filter(pk=phu_hoa.unit.pk).update(status=UnitStatus.SUSPENDED)
    assert addresses(visitor("so-gddt"), "/sitemap.xml") == [
        f"{PORTAL}/sitemap-trang.xml",
        f"{PORTAL}/sitemap-don-vi.xml",
        f"{ORIGIN}/sitemap-trang.xml",
    ]


@pytest.mark.django_db
def test_part_holds_what_everybody_may_read(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        article, private = make_article("Bài chung"), make_article("Bài riêng")
        draft = make_article("Bài nháp", live=False)
        PageViewRestriction.objects.create(page=private, restriction_type="password", password="mat ma")
        paths = {page.title: page.get_url_parts()[2] for page in (article, private, draft)}
    found = own(visitor("th-an-binh"), "/sitemap-trang.xml")
    assert {"/", "/tin-tuc/", "/gioi-thieu/lanh-dao/", paths["Bài chung"]} <= found
    assert not {paths["Bài riêng"], paths["Bài nháp"]} & found


@pytest.mark.django_db
def test_copy_of_a_post_is_left_to_its_school(an_binh: UnitSite, portal: UnitSite, visitor: Visitor) -> None:
    publish_post(send_post(an_binh, "minh@anbinh.example"), portal)
    assert not [path for path in own(visitor("so-gddt"), "/sitemap-trang.xml") if re.search(r"/\d{4}/\d{2}/", path)]


@pytest.mark.django_db
def test_portal_lists_the_page_of_each_unit(visitor: Visitor) -> None:
    make_unit("th-x", "tieu-hoc", "Trường X")
    assert "/danh-ba/th-x/" in own(visitor("so-gddt"), "/sitemap-don-vi.xml")
    assert visitor("th-an-binh").get("/sitemap-don-vi.xml").status_code == 404


@pytest.mark.django_db
def test_many_addresses_are_cut_into_parts(an_binh: UnitSite, visitor: Visitor, monkeypatch: Any) -> None:
    monkeypatch.setattr(sitemaps.PagesMap, "limit", 3)
    client = visitor("th-an-binh")
    parts = addresses(client, "/sitemap.xml")
    assert parts[:2] == [f"{ORIGIN}/sitemap-trang.xml", f"{ORIGIN}/sitemap-trang.xml?p=2"]
    with use_site(an_binh):
        pages = Page.objects.live().filter(depth__gte=2).count()
    assert sum(len(addresses(client, part.removeprefix(ORIGIN))) for part in parts) == pages
    assert client.get("/sitemap-trang.xml?p=999").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-trang.xml", "/sitemap-don-vi.xml"])
def test_sitemap_keeps_within_ten_queries(path: str, visitor: Visitor) -> None:
    client = visitor("so-gddt")
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    assert len(queries) <= 10


@pytest.mark.django_db
def test_robots_are_shown_the_sitemap_and_kept_from_the_admin(visitor: Visitor) -> None:
    text = visitor("th-an-binh").get("/robots.txt").text
    assert f"Sitemap: {ORIGIN}/sitemap.xml" in text
    assert "Disallow: /quan-tri/" in text


@pytest.mark.django_db
def test_map_of_the_site_lists_pages_below_sections(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        article = make_article("Bài hôm nay")
    text = visitor("th-an-binh").get("/chuyen-muc/").text
    assert 'href="/gioi-thieu/lanh-dao/"' in text
    assert article.title not in text

"""Posts of units on the portal: named after their unit, found by level, commune, unit and month."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from sites.models import RepublishedPage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.exchange import publish_post, send_post

Visitor = Callable[[str], Client]
LIST = "/thong-tin-tu-co-so/"


@pytest.fixture
def post(an_binh: UnitSite, portal: UnitSite) -> RepublishedPage:
    return publish_post(send_post(an_binh, "minh@anbinh.example", "Trồng 500 cây xanh"), portal)


@pytest.mark.django_db
def test_copy_names_its_unit_and_points_to_the_original(post: RepublishedPage, visitor: Visitor) -> None:
    answer = visitor("so-gddt").get(post.get_url()).text
    assert "Đăng lại từ:" in answer
    assert "Trường Tiểu học An\xa0Bình" in answer.replace("Tiểu\xa0học", "Tiểu học")
    assert '<link rel="canonical" href="http://th-an-binh.localhost' in answer
    assert '<meta name="DC.publisher" content="Trường Tiểu học An Bình">' in answer


@pytest.mark.django_db
def test_copy_tells_the_name_the_unit_has_today(post: RepublishedPage, an_binh: UnitSite, visitor: Visitor) -> None:
    an_binh.unit.name = "Trường Tiểu học Lê Lợi"
    an_binh.unit.save()
    answer = visitor("so-gddt").get(post.get_url()).text
    assert "(nay là Trường Tiểu học Lê Lợi)" in answer


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("", True),
        ("?cap=tieu-hoc", True),
        ("?cap=mam-non", False),
        ("?cap=khong-co&xa=&thang=2026-99&trang=-3", True),
        ("?don-vi=an+b%C3%ACnh", True),
        ("?don-vi=Ph%C3%BA+H%C3%B2a", False),
        ("?thang={month}", True),
        ("?thang=2001-01", False),
        ("?xa={commune}", True),
        ("?xa=00000", False),
    ],
)
def test_filters_find_the_post(query: str, is_found: bool, post: RepublishedPage, visitor: Visitor) -> None:
    month = timezone.localtime(post.published_at).strftime("%Y-%m")
    answer = visitor("so-gddt").get(LIST + query.format(month=month, commune=post.commune_code)).text
    assert ("Trồng 500 cây xanh" in answer) is is_found
    assert ("bỏ bớt bộ lọc" in answer or "chưa có bài nào" in answer) is not is_found


@pytest.mark.django_db
def test_list_counts_posts_and_units(post: RepublishedPage, visitor: Visitor) -> None:
    assert "1 bài của 1 đơn vị" in visitor("so-gddt").get(LIST).text


@pytest.mark.django_db
def test_feed_carries_the_post_with_its_unit(post: RepublishedPage, visitor: Visitor) -> None:
    answer = visitor("so-gddt").get(f"{LIST}feed/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "<name>Trường Tiểu học An Bình</name>" in answer.text


@pytest.mark.django_db
def test_feed_of_what_is_no_section_is_not_found(post: RepublishedPage, visitor: Visitor) -> None:
    for path in ("/khong-co/feed/", "/gioi-thieu/feed/"):
        assert visitor("so-gddt").get(path).status_code == 404


@pytest.mark.django_db
def test_hidden_post_leaves_list_counts_and_feed_at_once(
    post: RepublishedPage, portal: UnitSite, visitor: Visitor
) -> None:
    client = visitor("so-gddt")
    assert "Trồng 500 cây xanh" in client.get(LIST).text
    with use_site(portal):
        RepublishedPage.objects.get().unpublish()
    for path in (LIST, f"{LIST}feed/", "/"):
        assert "Trồng 500 cây xanh" not in client.get(path).text
    assert "0 bài của 0 đơn vị" in client.get(LIST).text

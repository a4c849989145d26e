"""What is not public stands in no list and answers to nobody who may not read it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from sites.models import SectionPage
from sites.models.section import SectionKey
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.pages import make_article

Visitor = Callable[[str], Client]
MARKER = "Chuyện riêng của lớp 5A"


def make_private(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/tin-tuc/feed/", "/feed/"])
def test_private_and_unpublished_posts_are_in_no_list(path: str, an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        make_private(make_article(MARKER))
        make_article(f"{MARKER}, bản nháp", live=False)
        make_article("Bài ai cũng đọc được")
    answer = visitor("th-an-binh").get(path).text
    assert MARKER not in answer
    assert "Bài ai cũng đọc được" in answer


@pytest.mark.django_db
def test_private_section_hides_what_lies_below_it(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        page = make_article(MARKER)
        make_private(SectionPage.objects.get(key=SectionKey.NEWS))
        path = page.get_url()
    client = visitor("th-an-binh")
    assert MARKER not in client.get("/").text
    assert MARKER not in client.get("/feed/").text
    for address in (path, "/tin-tuc/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert MARKER not in answer.text


@pytest.mark.django_db
def test_unpublished_address_is_not_found(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        path = make_article(MARKER, live=False).get_url()
    answer = visitor("th-an-binh").get(path)
    assert answer.status_code == 404
    assert MARKER not in answer.text


@pytest.mark.django_db
def test_page_of_another_unit_is_not_found(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        path = make_article(MARKER).get_url()
    assert visitor("th-an-binh").get(path).status_code == 200
    answer = visitor("th-phu-hoa").get(path)
    assert answer.status_code == 404
    assert MARKER not in answer.text


@pytest.mark.django_db
def test_reader_of_a_private_page_logs_in_where_everybody_does(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        page = make_article(MARKER)
        make_private(page)
        path = page.get_url()
    answer = visitor("th-an-binh").get(path, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/quan-tri/dang-nhap/?next=")


@pytest.mark.django_db
def test_page_behind_a_password_opens_with_it(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        page = make_article(MARKER)
        restriction = PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.PASSWORD, password="hoa phượng"
        )
        path = page.get_url()
    client = visitor("th-an-binh")
    asked = client.get(path).text
    assert "Trang này cần mật khẩu" in asked
    assert MARKER not in asked
    address = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    wrong = client.post(address, {"password": "sai", "return_url": path}).text
    assert "Mật khẩu chưa đúng" in wrong
    assert MARKER in client.post(address, {"password": "hoa phượng", "return_url": path}, follow=True).text

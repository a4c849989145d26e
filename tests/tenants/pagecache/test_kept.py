"""What is answered from memory, in which form, and everything that must never be."""

import gzip
from typing import Any

import brotli
import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction

from core.frontend.display import COOKIE_NAME
from sites.admissions.presenters.listing import FIELDS as ADMISSION_FIELDS
from sites.api.schemas import Paging
from sites.directory.question import FIELDS as DIRECTORY_FIELDS
from sites.library.presenters.albums import PHOTO_FIELD
from sites.library.presenters.resources import GRADE, LICENSE, SUBJECT
from sites.presenters.from_units import FIELDS as FROM_UNITS_FIELDS
from sites.presenters.register import FIELDS as REGISTER_FIELDS
from sites.presenters.section import VIEW_FIELD
from sites.schedule.presenter import WEEK_FIELD
from tenants.pagecache.asked import Asked
from tenants.pagecache.page import BROTLI, GZIP, PLAIN, best_coding, keep
from tenants.pagecache.shelf import shelves
from tenants.units.context import use_site
from tests.factories.pages import make_article
from tests.tenants.pagecache.conftest import Kept

pytestmark = pytest.mark.django_db
HOST = "th-an-binh.localhost"


@pytest.mark.parametrize(
    "address",
    [
        "/", "/tin-tuc/", "/gioi-thieu/", "/chuyen-muc/", "/danh-ba/", "/feed/", "/tin-tuc/feed/", "/sitemap.xml",
        "/robots.txt", "/api/", "/api/v1/articles/", "/api/v1/units/?page=1&size=50",
    ],
)  # fmt: skip
def test_public_page_is_answered_without_a_query(address: str, reader: Client, is_kept: Kept) -> None:
    assert is_kept(reader, address)


@pytest.mark.parametrize(
    "address",
    [
        "/tin-tuc/?trang=2&chu-de=a", "/tuyen-sinh/?han=con-han", "/van-ban-cong-van/?hieu-luc=het&trang=1",
        "/?fbclid=AbC1",
    ],
)  # fmt: skip
def test_lists_are_kept_by_their_fields(address: str, reader: Client, is_kept: Kept) -> None:
    assert is_kept(reader, address)


@pytest.mark.parametrize(
    "address",
    [
        "/hien-thi/", "/tim-kiem/", "/tim-kiem/?q=le", "/hoi-dap/gui/", "/hoi-dap/theo-doi/?ma=AB12",
        "/khong-co/", "/tin-tuc", "/van-ban-cong-van/?q=tu-do", "/tin-tuc/?la=1", "/tin-tuc/?in=1",
        "/tin-tuc/?thang=" + "9" * 200,
    ],
)  # fmt: skip
def test_what_depends_on_more_is_made_each_time(address: str, reader: Client, is_kept: Kept) -> None:
    assert not is_kept(reader, address)


@pytest.mark.parametrize(
    "sent",
    [
        {"HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}=x"}, {"HTTP_COOKIE": "lt_poll_3=1"},
        {"HTTP_COOKIE": "messages=x"}, {"HTTP_AUTHORIZATION": "Basic eDp5"},
    ],
)  # fmt: skip
def test_whoever_may_be_somebody_is_answered_anew(sent: dict[str, str], reader: Client, is_kept: Kept) -> None:
    reader.get("/")
    assert not is_kept(reader, "/", **sent)


def test_editor_is_answered_anew_and_keeps_nothing_for_others(log_in: Any, reader: Client, is_kept: Kept) -> None:
    editor = log_in("lan@anbinh.example")
    assert not is_kept(editor, "/")
    assert shelves.of(_asked("")).weight == 0


def test_private_page_is_never_kept(an_binh: Any, reader: Client, is_kept: Kept) -> None:
    with use_site(an_binh):
        page = Page.objects.get(slug="tin-tuc")
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="mot")
    assert not is_kept(reader, "/tin-tuc/")


@pytest.mark.parametrize(
    "change",
    [
        lambda response: response.set_cookie("a", "b"),
        lambda response: response.headers.__setitem__("Cache-Control", "no-store"),
        lambda response: response.headers.__setitem__("Vary", "Accept-Language, Cookie"),
        lambda response: response.headers.__setitem__("Content-Type", "application/pdf"),
        lambda response: response.write(b"x" * 1024 * 1024),
    ],
)
def test_answer_for_one_reader_is_marked_as_such(change: Any) -> None:
    response = HttpResponse("một trang")
    assert _kept(response)
    change(response)
    assert not _kept(response)


def test_page_with_a_form_token_is_not_kept() -> None:
    request = RequestFactory().get("/")
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = True
    assert not _kept(HttpResponse("x"), request)


@pytest.mark.parametrize("status", [301, 404, 410, 500, 503])
def test_only_pages_are_kept(status: int) -> None:
    assert keep(RequestFactory().get("/"), HttpResponse("x", status=status), _stamp()) is None


def test_displays_do_not_mix(reader: Client) -> None:
    plain = reader.get("/").content
    dark = reader.get("/", HTTP_COOKIE=f"{COOKIE_NAME}=dark-150").content
    assert b'data-view="dark"' in dark
    assert plain != dark
    assert reader.get("/").content == plain
    assert reader.get("/", HTTP_COOKIE=f"{COOKIE_NAME}=high-999").content == plain


def test_fields_stand_in_one_order_and_followers_are_not_written_into_the_page(reader: Client) -> None:
    first = reader.get("/van-ban-cong-van/?trang=1&cua=&hieu-luc=het&fbclid=Secret1").text
    assert "Secret1" not in first
    assert reader.get("/van-ban-cong-van/?hieu-luc=het&utm_source=zalo&trang=1").text == first


def test_free_text_is_no_field_of_the_cache() -> None:
    known = {*REGISTER_FIELDS, *FROM_UNITS_FIELDS, *DIRECTORY_FIELDS, *ADMISSION_FIELDS, WEEK_FIELD, VIEW_FIELD}
    known |= {SUBJECT, GRADE, LICENSE, PHOTO_FIELD, *Paging.model_fields}
    assert known >= settings.PAGE_CACHE_FIELDS
    assert not settings.PAGE_CACHE_FIELDS & {"q", "nguoi-ky", "don-vi", "tu", "den"}


@pytest.mark.parametrize(("coding", "unpack"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
def test_page_comes_in_the_coding_the_reader_takes(coding: str, unpack: Any, reader: Client) -> None:
    plain = reader.get("/")
    packed = reader.get("/", HTTP_ACCEPT_ENCODING=coding)
    assert packed["Content-Encoding"] == coding
    assert unpack(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]
    assert {"Accept-Encoding", "Cookie"} == set(packed["Vary"].split(", "))


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", PLAIN), ("identity", PLAIN), ("gzip, deflate", GZIP), ("gzip, deflate, br, zstd", BROTLI),
        ("br;q=0, gzip;q=0.5", GZIP), ("br;q=0.0,gzip;q=0", PLAIN), ("x-gzipped", PLAIN), ("GZIP", GZIP),
    ],
)  # fmt: skip
def test_coding_is_one_that_was_offered(accepted: str, coding: str) -> None:
    assert best_coding(accepted) == coding


def test_reader_who_has_the_page_gets_304_until_it_changes(an_binh: Any, reader: Client) -> None:
    tag = reader.get("/tin-tuc/")["ETag"]
    again = reader.get("/tin-tuc/", headers={"if-none-match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert again["Cache-Control"] == "no-cache"
    with use_site(an_binh):
        make_article("Bài mới trong mục")
    assert reader.get("/tin-tuc/", headers={"if-none-match": tag}).status_code == 200


def test_answers_carry_the_headers_of_every_page(reader: Client) -> None:
    first, second = reader.get("/"), reader.get("/")
    assert dict(first.items()) == dict(second.items())
    assert "unsafe-inline" not in second["Content-Security-Policy"]
    assert second["X-Content-Type-Options"] == "nosniff"


def _kept(response: HttpResponse, request: HttpRequest | None = None) -> bool:
    page = keep(request or RequestFactory().get("/"), response, _stamp())
    return bool(page and page.bodies)


def _stamp() -> Any:
    return None


def _asked(query: str) -> Asked:
    return Asked(HOST, False, "/", query, "light-100")

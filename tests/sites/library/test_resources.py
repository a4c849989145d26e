"""The resource library: what a resource must say, filters, list, feed, search."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.documents import build_document
from sites.library.enums import grades_that_fit
from tenants.links.models import OutsideLink
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.media.conftest import make_document
from tests.factories.copies import add_copies
from tests.sites.library.conftest import CLEANED, RESOURCES, add_resource, resource

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]


def text_of(client: Client, address: str = RESOURCES) -> str:
    return client.get(address).text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"url": ""}, "Hãy chọn tệp hoặc ghi địa chỉ"),
        ({"url": "ftp://kho.vidu.example/"}, "http"),
        ({"url": "https://a:b@kho.vidu.example/"}, "không chứa tên đăng nhập"),
        ({"url": "http://10.0.0.8/"}, "chỉ mở được trong mạng nội bộ"),
        ({"url": "http://localhost/"}, "chỉ mở được trong mạng nội bộ"),
        ({"license": ""}, "trống|bắt buộc"),
        ({"author": ""}, "trống|bắt buộc"),
    ],
)
def test_resource_refuses_what_misleads(fields: dict[str, Any], words: str, portal: UnitSite) -> None:
    with use_site(portal), pytest.raises(ValidationError, match=words):
        resource(**fields).full_clean(exclude=CLEANED)


def test_page_says_whose_it_is_and_what_may_be_done_with_it(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        page = add_resource(resource(file=make_document("Phiếu bài tập"), author="  Tổ  Toán "))
        address, file_address = page.get_url(), page.file.url
    text = text_of(visitor("so-gddt"), address)
    for words in (
        "Bài giảng", "Toán", "Lớp 8", "<dd>Tổ Toán</dd>", "Dùng tự do, ghi tên tác giả (CC BY)",
        'href="https://creativecommons.org/licenses/by/4.0/deed.vi"', "Phiếu bài tập", f'href="{file_address}"',
        "Mở tại kho.vidu.example", 'href="https://kho.vidu.example/"', '"@type":"LearningResource"',
    ):  # fmt: skip
        assert words in text, words
    assert visitor("so-gddt").get(file_address).status_code == 200


def test_grade_is_found_by_its_level_and_by_what_is_for_all() -> None:
    assert grades_that_fit("4") == {"4", "tieu-hoc", ""}
    assert grades_that_fit("tieu-hoc") == {"tieu-hoc", "1", "2", "3", "4", "5", ""}
    assert grades_that_fit("mam-non") == {"mam-non", ""}


def test_list_filters_and_finds_words_without_marks(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        add_resource(resource())
        add_resource(resource("Trò chơi âm vần", subject="ngu-van", grade="tieu-hoc", kind="hoc-lieu-so"))
        add_resource(resource("Giấc ngủ học sinh", subject="", grade="", license="cc0"), section="nghien-cuu-khoa-hoc")
    client = visitor("so-gddt")
    for query, found, missed in (
        ("mon=toan", "Đo bóng", "Trò chơi"),
        ("mon=chung", "Giấc ngủ", "Đo bóng"),
        ("lop=1", "Trò chơi", "Đo bóng"),
        ("lop=1", "Giấc ngủ", "Đo bóng"),
        ("lop=8", "Đo bóng", "Trò chơi"),
        ("loai=hoc-lieu-so", "Trò chơi", "Đo bóng"),
        ("giay-phep=cc0", "Giấc ngủ", "Trò chơi"),
        ("q=do+bong", "Đo bóng", "Trò chơi"),
        ("q=khong+co+gi", "Không có tài nguyên nào như vậy", "Đo bóng"),
        ("lop=99", "Giấc ngủ", "Đo bóng"),
        ("trang=99", "Đo bóng", "Không có tài nguyên"),
    ):
        answer = text_of(client, f"{RESOURCES}?{query}")
        assert found in answer, query
        assert missed not in answer, query


def test_research_has_a_part_of_its_own(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        add_resource(resource())
        add_resource(resource("Giấc ngủ học sinh", kind="nghien-cuu"), section="nghien-cuu-khoa-hoc")
    client = visitor("so-gddt")
    assert f'href="{RESOURCES}nghien-cuu-khoa-hoc/"' in text_of(client)
    part = text_of(client, f"{RESOURCES}nghien-cuu-khoa-hoc/")
    assert "Giấc ngủ" in part
    assert "Đo bóng" not in part


def test_empty_library_says_so(visitor: Visitor) -> None:
    assert "Kho này chưa có tài nguyên nào." in text_of(visitor("so-gddt"))


@pytest.mark.parametrize("size", [0, 1, 10_000])
def test_list_costs_the_same_however_long(size: int, portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        if size:
            add_copies(add_resource(resource("Bài số 1"), section="nghien-cuu-khoa-hoc"), size - 1)
    client = visitor("so-gddt")
    client.get(RESOURCES)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{RESOURCES}?trang=2&mon=toan&lop=8&q=bai+so").status_code == 200
    assert len(queries) <= 10


def test_feed_has_the_newest(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        add_resource(resource())
    assert "Đo bóng cột cờ" in text_of(visitor("so-gddt"), f"{RESOURCES}feed/")


def test_search_document_has_author_subject_and_grade(portal: UnitSite) -> None:
    with use_site(portal):
        document = build_document(add_resource(resource()))
    assert document.object_type == "resource"
    assert "Tổ Toán" in document.body
    assert document.keywords == "Bài giảng Toán Lớp 8"


def test_link_is_checked_at_night_while_the_page_is_public(portal: UnitSite) -> None:
    with use_site(portal):
        page = add_resource(resource())
        assert list(OutsideLink.objects.values_list("site", "page_id", "url")) == [(portal.pk, page.pk, page.url)]
        page.unpublish()
    assert not OutsideLink.objects.exists()

"""The cache of anonymous pages between two units that are twins: same addresses, same pages, other words."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.test.utils import override_settings

from tenants.pagecache.shelf import shelves
from tests.isolation.twin_walk import addresses, answer_to, client_of, found_of
from tests.isolation.twins import Twin


@pytest.fixture(autouse=True)
def page_cache() -> Any:
    with override_settings(PAGE_CACHE=True):
        yield


def test_no_kept_page_holds_a_byte_of_the_twin(twins: tuple[Twin, Twin]) -> None:
    """Each address is asked for twice in each unit, the second time from memory where it was kept."""
    clients = [client_of(twin, "anonymous") for twin in twins]
    leaks = {}
    for address in addresses(*twins):
        for client, own, stranger in (*zip(clients, twins, twins[::-1], strict=True),) * 2:
            if found := found_of(stranger, answer_to(client, "get", address), address):
                leaks[own.host, address] = found
    assert leaks == {}


def test_cookie_of_another_host_brings_no_other_page(twins: tuple[Twin, Twin]) -> None:
    one, other = twins
    stolen = client_of(other, "editor").cookies[settings.SESSION_COOKIE_NAME].value
    reader = Client(headers={"host": one.host})
    plain = reader.get("/").content
    sent = reader.get("/", HTTP_COOKIE=f"{settings.SESSION_COOKIE_NAME}={stolen}").content
    assert other.words.any.encode() not in sent.lower()
    assert reader.get("/").content == plain


@pytest.mark.parametrize("person", ["editor", "approver"])
def test_what_staff_read_is_kept_for_nobody(twins: tuple[Twin, Twin], person: str) -> None:
    """A reader gets the same bytes whether or not somebody who is logged in asked for the page just before."""
    reader, staff = client_of(twins[0], "anonymous"), client_of(twins[0], person)
    kept, changed = 0, []
    for path in twins[0].paths:
        shelves.clear()
        plain = reader.get(path)
        if not plain.has_header("ETag"):
            continue
        kept += 1
        shelves.clear()
        staff.get(path)
        if reader.get(path).content != plain.content:
            changed.append(path)
    assert (kept > 5, changed) == (True, [])


@pytest.mark.parametrize(
    "headers", [{"x-forwarded-host": "th-phu-hoa.localhost"}, {"accept-language": "en"}, {"x-forwarded-proto": "https"}]
)
def test_no_header_puts_another_page_into_the_cache(
    headers: dict[str, str], visitor: Callable[[str], Client], an_binh: Any
) -> None:
    reader = visitor("th-an-binh")
    strange = Client(headers={"host": "th-an-binh.localhost", **headers})
    strange.get("/")
    kept = reader.get("/")
    assert kept.headers["Content-Language"] == "vi"
    assert "An Bình" in kept.text
    assert "Phú Hòa" not in kept.text


def test_shared_caches_in_between_are_told_what_a_page_depends_on(
    visitor: Callable[[str], Client], an_binh: Any
) -> None:
    page = visitor("th-an-binh").get("/")
    assert page.headers["Vary"] == "Accept-Encoding, Cookie"
    assert page.headers["Cache-Control"] == "no-cache"

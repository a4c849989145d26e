"""Many readers at once, and many addresses."""

import threading
import time
from datetime import date
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tenants.pagecache import middleware
from tenants.pagecache.asked import Asked
from tenants.pagecache.middleware import PageCacheMiddleware
from tenants.pagecache.page import KeptPage, Stamp
from tenants.pagecache.shelf import Shelf, Shelves
from tenants.units.pulse import Pulse

READERS = 64
STAMP = Stamp(Pulse(1, 1, 1), date(2026, 11, 24))


@pytest.fixture(autouse=True)
def known_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "stamp_of", lambda host: STAMP)


class Views:
    """Stands for all that is behind: counts, and answers when all readers have come."""

    def __init__(self, answer: HttpResponse) -> None:
        self.made = 0
        self.may_answer = threading.Event()
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.made += 1
        self.may_answer.wait(10)
        return self._answer


def asked_by_all(views: Any) -> list[bytes]:
    """Have READERS threads ask for the same page; the first is let finish when the others have come."""
    cache, answers, come = PageCacheMiddleware(views), [], threading.Barrier(READERS + 1)

    def ask() -> None:
        request = RequestFactory().get("/", HTTP_HOST="th-an-binh.localhost")
        come.wait(10)
        answers.append(cache(request).content)

    threads = [threading.Thread(target=ask) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    come.wait(10)
    views.may_answer.set()
    for thread in threads:
        thread.join(20)
    return answers


def test_cold_page_is_made_once_for_64_readers() -> None:
    views = Views(HttpResponse("một trang"))
    assert asked_by_all(views) == ["một trang".encode()] * READERS
    assert views.made == 1


def test_failed_rendering_holds_nobody_up() -> None:
    failing = Views(HttpResponse("hỏng", status=500))
    assert asked_by_all(failing) == ["hỏng".encode()] * READERS


def test_view_that_raises_lets_the_next_one_try() -> None:
    def fail(request: HttpRequest) -> HttpResponse:
        raise RuntimeError

    request = RequestFactory().get("/", HTTP_HOST="th-an-binh.localhost")
    with pytest.raises(RuntimeError):
        PageCacheMiddleware(fail)(request)
    assert PageCacheMiddleware(lambda request: HttpResponse("tốt"))(request).content == "tốt".encode()


def page(size: int) -> KeptPage:
    return KeptPage(STAMP, time.monotonic(), (), {"": b"x" * size}, "tag")


def asked(path: str, query: str = "") -> Asked:
    return Asked("th-an-binh.localhost", False, path, query, "light-100")


def test_shelf_keeps_what_was_asked_for_last_and_no_more_than_fits() -> None:
    shelf = Shelf(100_000)
    shelf.put(asked("/"), page(10_000))
    for number in range(1000):
        shelf.put(asked(f"/{number}/"), page(10_000))
        assert shelf.find(asked("/"), STAMP)
        assert shelf.weight <= 100_000
    assert shelf.find(asked("/999/"), STAMP)
    assert not shelf.find(asked("/1/"), STAMP)


def test_page_kept_again_is_weighed_once() -> None:
    shelf = Shelf(100_000)
    for _ in range(50):
        shelf.put(asked("/"), page(10_000))
    assert shelf.weight == page(10_000).size


def test_filters_push_out_no_plain_page() -> None:
    shelves = Shelves(400_000)
    shelves.of(asked("/")).put(asked("/"), page(10_000))
    for number in range(1000):
        one = asked("/", f"trang={number}")
        shelves.of(one).put(one, page(10_000))
    assert shelves.of(asked("/")).find(asked("/"), STAMP)


def test_page_of_another_stamp_is_stale() -> None:
    shelf = Shelf(100_000)
    shelf.put(asked("/"), page(10))
    assert not shelf.find(asked("/"), STAMP._replace(day=date(2026, 11, 25)))
    assert not shelf.find(asked("/"), STAMP._replace(pulse=Pulse(2, 1, 1)))

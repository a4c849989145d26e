"""Two people at the same moment, with real connections: one wins, the other is told, nothing is doubled."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client

from sites.models import ArticlePage, RepublishedPage, SectionPage
from tenants.exchange.models import Submission
from tenants.exchange.states import State
from tenants.units.context import use_site
from tests.conftest import host_of
from tests.factories.exchange import send_post
from tests.factories.pages import make_article
from tests.sites.desk.conftest import BASE
from tests.support.network import PASSWORD, site_of


def logged_in(email: str, code: str) -> Client:
    client = Client(headers={"host": host_of(code)})
    client.post("/quan-tri/dang-nhap/", {"email": email, "password": PASSWORD})
    return client


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls in threads that start together, each on a connection of its own."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_double_click_on_publish_makes_one_post(own_database) -> None:
    site = site_of("th-an-binh")
    with use_site(site):
        section = SectionPage.objects.get(key="tin-tuc").pk
    client = logged_in("minh@anbinh.example", "th-an-binh")
    data = {"token": uuid4(), "title": "Trồng cây", "text": "Sáng thứ Bảy.", "section": section, "step": "publish"}
    answers = at_once(*[lambda: client.post("/quan-tri/viet-bai/", data)] * 2)
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["location"] for answer in answers}) == 1
    with use_site(site):
        assert ArticlePage.objects.count() == 1


def test_two_writers_at_once_make_two_posts(own_database) -> None:
    site = site_of("th-an-binh")
    with use_site(site):
        section = SectionPage.objects.get(key="tin-tuc").pk

    def write(email: str) -> Callable[[], Any]:
        client = logged_in(email, "th-an-binh")
        data = {"token": uuid4(), "title": "Trồng cây", "text": "Sáng thứ Bảy.", "section": section, "step": "draft"}
        return lambda: client.post("/quan-tri/viet-bai/", data)

    answers = at_once(write("minh@anbinh.example"), write("lan@anbinh.example"))
    assert [answer.status_code for answer in answers] == [302, 302]
    with use_site(site):
        assert ArticlePage.objects.count() == 2
        assert SectionPage.objects.get(pk=section).numchild == 2


def test_two_editors_claim_one_post(own_database) -> None:
    sent = send_post(site_of("th-an-binh"), "minh@anbinh.example")
    clients = [logged_in(email, "so-gddt") for email in ("dung@so.example", "khoa@so.example")]
    answers = at_once(*[lambda c=client: c.post(f"{BASE}{sent.pk}/nhan/", follow=True) for client in clients])
    texts = [answer.content.decode() for answer in answers]
    assert sum("Thầy cô đã nhận bài." in text for text in texts) == 1
    assert sum("đã chuyển bài này sang “Đang xử lý”" in text for text in texts) == 1
    assert list(sent.events.values_list("verb", flat=True)) == ["send", "claim"]
    with use_site(site_of("so-gddt")):
        assert RepublishedPage.objects.count() == 1


def test_publish_clicked_twice_makes_one_copy(own_database) -> None:
    sent = send_post(site_of("th-an-binh"), "minh@anbinh.example")
    dung = logged_in("dung@so.example", "so-gddt")
    dung.post(f"{BASE}{sent.pk}/nhan/")
    at_once(*[lambda: dung.post(f"{BASE}{sent.pk}/dang/")] * 2)
    assert Submission.objects.get(pk=sent.pk).state == State.PUBLISHED
    assert list(sent.events.values_list("verb", flat=True)) == ["send", "claim", "publish"]
    with use_site(site_of("so-gddt")):
        assert RepublishedPage.objects.live().count() == 1


def test_sending_twice_at_once_makes_one_row(own_database) -> None:
    site = site_of("th-an-binh")
    with use_site(site):
        page = make_article()
    client = logged_in("minh@anbinh.example", "th-an-binh")
    url = f"/quan-tri/bai-da-gui/{page.pk}/gui/"
    answers = at_once(*[lambda: client.post(url, {"news_class": "news"})] * 2)
    assert {answer.status_code for answer in answers} == {302}
    assert Submission.objects.count() == 1

"""The whole way from a request to what is shown, with Elasticsearch there, away, slow and back."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from search import client as search_client
from search.breaker import reading
from search.queries import search
from search.scope import UnitScope
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import OutboxRow
from tenants.units.models import Unit
from tests.search.support import ask, deliver
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def posts(node, live_index, an_binh, phu_hoa):
    record_published(unit=an_binh.unit, document=document(1, "Tuyển sinh lớp 10 ở An Bình"), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(2, "Tuyển sinh lớp 10 ở Phú Hòa"), at=NOON)
    deliver(node)


@pytest.fixture
def mute_node(settings) -> Iterator[str]:
    """A server that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()
        kept = []

        def accept() -> None:
            server.settimeout(0.1)
            while not stop.is_set():
                try:
                    kept.append(server.accept()[0])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=accept)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        stop.set()
        thread.join()
        for connection in kept:
            connection.close()


def switch_to(settings, url: str) -> None:
    settings.ELASTICSEARCH_URL = url
    search_client.get_client.cache_clear()


def titles(page) -> list[str]:
    return [hit.entry.title for hit in page.hits]


def test_hits_are_marked_and_lead_to_each_units_own_host(posts, an_binh):
    page = search(ask("tuyen sinh lop 10"), asking_unit=an_binh.unit.uuid)
    assert not page.degraded
    by_unit = {hit.entry.unit.code: hit for hit in page.hits}
    assert by_unit["th-an-binh"].url == "/tin-tuc/bai-1/"
    assert by_unit["th-phu-hoa"].url.startswith("http://th-phu-hoa.localhost")
    assert by_unit["th-an-binh"].title == "<mark>Tuyển sinh lớp 10</mark> ở An Bình"


def test_number_of_queries_does_not_grow_with_the_hits(posts, an_binh, node, django_assert_num_queries):
    for number in range(3, 12):
        record_published(unit=an_binh.unit, document=document(number, f"Tuyển sinh đợt {number}"), at=NOON)
    deliver(node)
    search(ask("tuyen sinh"))  # loads the list of syllables
    with django_assert_num_queries(2):
        assert len(search(ask("tuyen sinh")).hits) == 10


def test_taken_down_post_is_not_shown_even_before_the_index_hears_of_it(posts, an_binh):
    record_gone(unit=an_binh.unit, object_type="article", object_id=1, at=NOON)
    assert OutboxRow.objects.exists()
    assert titles(search(ask("tuyen sinh lop 10"))) == ["Tuyển sinh lớp 10 ở Phú Hòa"]


def test_unit_whose_status_hides_it_is_not_shown_whatever_the_rows_say(posts):
    Unit.objects.filter(code="th-an-binh").update(status="suspended")
    assert titles(search(ask("tuyen sinh lop 10"))) == ["Tuyển sinh lớp 10 ở Phú Hòa"]


def test_document_of_a_foreign_unit_in_the_index_is_not_shown_in_unit_scope(posts, an_binh, phu_hoa, node, live_index):
    """Should the index ever lie about the unit, the registry has the last word."""
    node.update(
        index=live_index, id=f"{phu_hoa.unit.uuid}:article:2", doc={"unit_id": str(an_binh.unit.uuid)}, refresh=True
    )
    assert titles(search(ask("tuyen sinh lop 10", scope=UnitScope(an_binh.unit.uuid)))) == [
        "Tuyển sinh lớp 10 ở An Bình"
    ]


def test_postgresql_answers_when_nobody_is_there(posts, settings):
    expected = titles(search(ask("tuyen sinh lop 10 o an binh")))
    switch_to(settings, "http://127.0.0.1:9")
    page = search(ask("tuyen sinh lop 10 o an binh"))
    assert page.degraded
    assert titles(page) == expected


@pytest.mark.alone
def test_postgresql_answers_when_elasticsearch_is_slow_and_is_then_asked_at_once(posts, settings, mute_node):
    settings.SEARCH_TIMEOUT_MS = 200
    switch_to(settings, mute_node)
    for _ in range(3):
        assert search(ask("tuyen sinh lop 10")).total == 2
    started = time.monotonic()
    assert search(ask("tuyen sinh lop 10")).degraded
    assert time.monotonic() - started < 0.2
    assert not reading.allows_call()


def test_elasticsearch_answers_again_by_itself_once_it_is_back(posts, settings, node, monkeypatch):
    url = settings.ELASTICSEARCH_URL
    switch_to(settings, "http://127.0.0.1:9")
    for _ in range(3):
        search(ask("tuyen sinh"))
    switch_to(settings, url)
    assert search(ask("tuyen sinh")).degraded
    monkeypatch.setattr(reading, "_clock", lambda: time.monotonic() + 60)
    assert not search(ask("tuyen sinh")).degraded


def test_missing_index_is_answered_by_postgresql(posts, node, live_index):
    node.indices.delete(index=live_index)
    page = search(ask("tuyen sinh lop 10"))
    assert page.degraded
    assert page.total == 2

"""What goes wrong in years: nothing is lost, no document is blamed for its server, readers always get an answer."""

import pytest
from django.utils import timezone
from elasticsearch import Elasticsearch

from search import client as search_client
from search.breaker import reading
from search.health.figures import NodeState, read_health
from search.index.backfill import to_action
from search.index.bulk import send
from search.index.reconcile import reconcile
from search.index.release import forget_fields
from search.index.restored import rebuild_after_restore
from search.index.worker import Worker
from search.models import IndexTarget
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import DeadRow, Entry, OutboxRow
from tests.search.odd_node import OddNode
from tests.search.support import deliver, stored
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def unit(an_binh):
    OutboxRow.objects.all().delete()
    return an_binh.unit


def publish(unit, *numbers: int, **changes) -> list[Entry]:
    return [record_published(unit=unit, document=document(number, **changes), at=NOON) for number in numbers]


@pytest.mark.parametrize("block", ["read_only_allow_delete", "read_only", "write"])
def test_full_disk_or_locked_index_makes_changes_wait_without_a_try(node, live_index, unit, block):
    node.indices.put_settings(index=live_index, settings={f"index.blocks.{block}": True})
    try:
        publish(unit, 1, 2)
        assert Worker(node).run_once() == 0
        assert set(OutboxRow.objects.values_list("attempts", flat=True)) == {0}
        assert read_health(at=timezone.now()).node is NodeState.LOCKED
    finally:
        node.indices.put_settings(index=live_index, settings={f"index.blocks.{block}": None})
    assert deliver(node) == 2
    assert not DeadRow.objects.exists()


_MEDIA = {"error": {"type": "media_type_header_exception", "reason": "Invalid media-type value"}, "status": 400}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ((200, {"version": {"number": "7.10.2"}}, False), NodeState.FOREIGN),
        ((400, _MEDIA, True), NodeState.FOREIGN),
        ((406, {"error": "Content-Type header [application/vnd.elasticsearch+json] media"}, True), NodeState.FOREIGN),
        ((503, {"error": "no master"}, True), NodeState.AWAY),
        ((401, {"error": {"type": "security_exception"}}, True), NodeState.AWAY),
    ],
    ids=["another product", "newer major", "older major", "no master", "key not valid"],
)
def test_wrong_server_loses_nothing_and_readers_get_the_other_engine(
    node, live_index, unit, visitor, settings, said, state
):
    publish(unit, 1, 2, title="Ngày hội trồng cây")
    with OddNode(settings.ELASTICSEARCH_URL, lambda path, length: said) as odd:
        settings.ELASTICSEARCH_URL = odd.url
        search_client.get_client.cache_clear()
        forget_fields()
        assert Worker(search_client.get_client()).run_once() == 0
        assert set(OutboxRow.objects.values_list("attempts", flat=True)) == {0}
        answer = visitor("th-an-binh").get("/tim-kiem/", {"q": "trong cay"})
        assert answer.status_code == 200
        assert "cg-results__notice" in answer.content.decode()
        assert read_health(at=timezone.now()).node is state
    reading.record_success()
    assert deliver(node) == 2


def test_proxy_that_refuses_large_requests_stops_only_what_is_too_large(node, live_index, unit, settings):
    publish(unit, 1, 2, 3)
    (large,) = publish(unit, 4, body="Một câu chuyện rất dài. " * 3_000)
    publish(unit, 5, 6)

    def too_large(path: str, length: int):
        return (
            (413, {"error": "Request Entity Too Large"}, True)
            if path.startswith("/_bulk") and length > 60_000
            else None
        )

    with OddNode(settings.ELASTICSEARCH_URL, too_large) as odd:
        forget_fields()
        assert Worker(Elasticsearch(odd.url, max_retries=0)).drain() == 6
    assert DeadRow.objects.get().entry_id == large.pk
    assert "413" in DeadRow.objects.get().error
    node.indices.refresh(index=live_index)
    assert node.count(index=live_index)["count"] == 5


def test_restored_database_wins_over_what_the_index_remembers(node, live_index, unit):
    old, taken_down = publish(unit, 1, 2)
    deliver(node)
    # After the backup: a change, a take-down, a new post, and a reindex.
    for number, title in ((1, "Bản sau sao lưu"), (3, "Bài sau sao lưu")):
        record_published(unit=unit, document=document(number, title), at=NOON)
    record_gone(unit=unit, object_type="article", object_id=2, at=NOON)
    later = [to_action(entry) for entry in Entry.objects.select_related("unit").filter(unit=unit, object_id__lte=3)]
    OutboxRow.objects.all().delete()
    before = {old.pk: old.version, taken_down.pk: taken_down.version}
    Entry.objects.filter(unit=unit, object_id=3).delete()
    for entry, state in ((old, "live"), (taken_down, "live")):
        Entry.objects.filter(pk=entry.pk).update(
            version=before[entry.pk], state=state, title="Ngày hội đọc sách", document=old.document, path="/a/"
        )
    send(node, live_index, later)
    node.indices.refresh(index=live_index)
    IndexTarget.objects.update(number=9)

    epoch, index = rebuild_after_restore(node)
    assert epoch >= 1
    assert index != live_index
    assert not node.indices.exists(index=live_index)
    node.indices.refresh(index=index)
    assert reconcile(node, index).differences == 0
    assert stored(node, index, old)["_source"]["title"] == "Ngày hội đọc sách"
    assert stored(node, index, taken_down)["_source"]["deleted"] is False
    assert node.count(index=index, query={"match": {"title": "sao luu"}})["count"] == 0
    (changed,) = publish(unit, 1, title="Đổi sau khi phục hồi")
    deliver(node)
    assert stored(node, index, changed)["_source"]["title"] == "Đổi sau khi phục hồi"
    assert changed.version > max(action.version for action in later)

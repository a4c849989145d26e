"""The worker against a real node: nothing lost, nothing resurrected, neighbors of a bad document unharmed."""

import pytest
from django.db.models.functions import Now
from elasticsearch import Elasticsearch

from search.breaker import Breaker
from search.client import alias_name
from search.index import worker as worker_module
from search.index.backfill import to_action
from search.index.bulk import Action, IndexMissingError, NodeError, Outcome, send
from search.index.worker import Worker
from search.models import IndexTarget
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import DeadRow, Entry, OutboxRow
from tests.search.support import deliver, stored
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch
NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def unit(an_binh):
    return an_binh.unit


@pytest.fixture
def away() -> Elasticsearch:
    """A client whose node is not there."""
    return Elasticsearch(NOBODY, max_retries=0, request_timeout=2)


def test_entry_arrives_with_its_registry_version(node, live_index, unit):
    entry = record_published(unit=unit, document=document(), at=NOON)
    assert deliver(node) == 1
    found = stored(node, live_index, entry)
    assert found["_version"] == entry.version
    assert found["_source"]["text"] == "Ngày hội đọc sách\n\nMỗi lớp kể một câu chuyện."
    assert found["_source"]["unit_id"] == str(unit.uuid)
    assert not OutboxRow.objects.exists()


def test_many_changes_of_one_entry_are_sent_once_as_it_is_now(node, live_index, unit):
    for title in ("một", "hai", "ba"):
        entry = record_published(unit=unit, document=document(title=title), at=NOON)
    assert deliver(node) == 3
    found = stored(node, live_index, entry)
    assert (found["_source"]["title"], found["_version"]) == ("ba", entry.version)


def test_take_down_leaves_a_tombstone_without_text(node, live_index, unit):
    record_published(unit=unit, document=document(), at=NOON)
    deliver(node)
    entry = record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
    deliver(node)
    found = stored(node, live_index, entry)
    assert found["_version"] == entry.version
    assert set(found["_source"]) == {"deleted", "unit_id", "type", "entry", "version", "digest"}
    assert found["_source"]["deleted"] is True


def test_late_older_write_changes_nothing_and_counts_as_done(node, live_index, unit):
    entry = record_published(unit=unit, document=document(), at=NOON)
    old = to_action(Entry.objects.select_related("unit").get(pk=entry.pk))
    entry = record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
    deliver(node)
    assert [result.outcome for result in send(node, live_index, [old])] == [Outcome.DONE]
    assert stored(node, live_index, entry)["_source"]["deleted"] is True


def test_refused_document_becomes_a_dead_row_and_its_neighbors_pass(node, live_index, unit):
    entries = [record_published(unit=unit, document=document(number), at=NOON) for number in range(5)]
    poison = entries[2].pk
    original = worker_module.to_action

    def to_action_with_poison(entry: Entry) -> Action:
        action = original(entry)
        return (
            Action(action.identifier, action.version, action.source | {"surprise": 1}) if entry.pk == poison else action
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker_module, "to_action", to_action_with_poison)
        deliver(node)
    dead = DeadRow.objects.get()
    assert dead.entry_id == poison
    assert "strict_dynamic_mapping_exception" in dead.error
    assert node.count(index=alias_name())["count"] == 4
    assert not OutboxRow.objects.exists()


def test_dead_row_goes_when_its_entry_is_accepted_later(node, live_index, unit):
    entry = record_published(unit=unit, document=document(), at=NOON)
    DeadRow.objects.create(entry=entry, version=entry.version, error="strict")
    deliver(node)
    assert not DeadRow.objects.exists()


def test_request_refused_whole_is_halved_until_the_culprit_stands_alone(node, live_index, unit, monkeypatch):
    for number in range(8):
        record_published(unit=unit, document=document(number), at=NOON)
    actions = [to_action(entry) for entry in Entry.objects.select_related("unit").order_by("pk")]
    # An id longer than 512 bytes is refused before any item is looked at.
    actions[5] = Action("x" * 600, 1, actions[5].source)
    outcomes = [result.outcome for result in send(node, live_index, actions)]
    assert outcomes == [Outcome.DONE] * 5 + [Outcome.DEAD] + [Outcome.DONE] * 2


def test_large_documents_are_sent_in_several_requests(node, live_index, unit):
    body = "chữ " * 50_000
    for number in range(20):
        record_published(unit=unit, document=document(number, body=body), at=NOON)
    deliver(node)
    assert node.count(index=alias_name())["count"] == 20


def test_node_away_costs_no_attempt_and_is_not_asked_again_at_once(live_index, unit, away):
    record_published(unit=unit, document=document(), at=NOON)
    breaker = Breaker(threshold=1, cool_down=60)
    worker = Worker(away, breaker)
    assert worker.run_once() == 0
    assert not breaker.allows_call()
    assert worker.run_once() == 0
    assert OutboxRow.objects.get().attempts == 0


def test_worker_delivers_after_the_node_returns(node, live_index, unit, away):
    for number in range(20):
        record_published(unit=unit, document=document(number), at=NOON)
    assert Worker(away).drain() == 0
    assert OutboxRow.objects.count() == 20
    assert deliver(node) == 20
    assert node.count(index=alias_name())["count"] == 20


def test_node_that_pushes_back_is_left_alone_for_a_while(node, live_index, unit, monkeypatch):
    record_published(unit=unit, document=document(), at=NOON)
    from search.index.bulk import Result

    monkeypatch.setattr(
        worker_module, "send", lambda client, index, actions: [Result(Outcome.RETRY, "429")] * len(actions)
    )
    Worker(node).run_once()
    row = OutboxRow.objects.get()
    assert (row.attempts, row.last_error) == (1, "429")
    monkeypatch.undo()
    assert deliver(node) == 0
    OutboxRow.objects.update(next_at=Now())
    assert deliver(node) == 1


def test_take_downs_overtake_a_backlog(node, live_index, unit):
    entry = record_published(unit=unit, document=document(0), at=NOON)
    deliver(node)
    for number in range(1, 600):
        record_published(unit=unit, document=document(number), at=NOON)
    record_gone(unit=unit, object_type="article", object_id=0, at=NOON)
    assert Worker(node).run_once() == 500
    assert stored(node, live_index, entry)["_source"]["deleted"] is True
    assert OutboxRow.objects.count() == 100


def test_node_without_the_index_refuses_instead_of_inventing_one(node, live_index, unit):
    record_published(unit=unit, document=document(), at=NOON)
    actions = [to_action(entry) for entry in Entry.objects.select_related("unit")]
    node.indices.delete(index=live_index)
    with pytest.raises(IndexMissingError):
        send(node, live_index, actions)
    assert not node.indices.exists(index=live_index)


def test_index_lost_by_the_node_is_made_again_and_filled(node, live_index, unit):
    for number in range(3):
        record_published(unit=unit, document=document(number), at=NOON)
    deliver(node)
    node.indices.delete(index=live_index)
    record_published(unit=unit, document=document(9), at=NOON)
    Worker(node).run_once()
    deliver(node)
    assert node.count(index=alias_name())["count"] == 4


def test_wrong_address_is_a_node_error(away):
    with pytest.raises(NodeError):
        send(away, "anything", [Action("a", 1, {})])


def test_outbox_is_emptied_when_no_index_was_ever_wanted(unit, without_elasticsearch):
    record_published(unit=unit, document=document(), at=NOON)
    worker_module.run_once()
    assert not OutboxRow.objects.exists()


def test_outbox_is_kept_while_elasticsearch_is_only_switched_off(unit, without_elasticsearch):
    IndexTarget.objects.create(number=1, state="live")
    record_published(unit=unit, document=document(), at=NOON)
    worker_module.run_once()
    assert OutboxRow.objects.count() == 1

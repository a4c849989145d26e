"""Generations of the index on a real node: nothing written meanwhile is missing, a lost or stale index is repaired."""

import pytest
from django.core.management import CommandError, call_command

from search.client import alias_name, index_name
from search.index import lifecycle
from search.index.backfill import to_action
from search.index.bulk import Action, send
from search.index.reconcile import reconcile
from search.index.repair import repair
from search.models import IndexTarget, Syllable
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import DeadRow, Entry, OutboxRow
from tests.search.support import deliver, stored
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def unit(an_binh):
    return an_binh.unit


def publish(unit, count: int) -> list[Entry]:
    return [record_published(unit=unit, document=document(number), at=NOON) for number in range(count)]


def served_index(node) -> list[str]:
    return list(node.indices.get_alias(name=alias_name()))


def test_ensure_is_safe_to_repeat(node, live_index):
    assert lifecycle.ensure(node) == live_index
    assert served_index(node) == [live_index]
    assert IndexTarget.objects.count() == 1


def test_ensure_fills_a_first_index_with_what_was_published_before(node, index_prefix, unit):
    publish(unit, 3)
    record_gone(unit=unit, object_type="article", object_id=0, at=NOON)
    lifecycle.ensure(node)
    assert node.count(index=alias_name())["count"] == 3
    assert node.count(index=alias_name(), query={"term": {"deleted": True}})["count"] == 1


def test_reindex_swaps_to_an_equal_index_and_keeps_the_former(node, live_index, unit):
    publish(unit, 5)
    deliver(node)
    new = lifecycle.reindex(node)
    assert served_index(node) == [new] != [live_index]
    assert node.count(index=new)["count"] == 5
    assert dict(IndexTarget.objects.values_list("number", "state")) == {1: "kept", 2: "live"}


def test_both_indices_are_written_to_until_the_former_is_dropped(node, live_index, unit):
    new = lifecycle.reindex(node)
    (entry,) = publish(unit, 1)
    deliver(node)
    assert stored(node, live_index, entry)["_version"] == stored(node, new, entry)["_version"]
    lifecycle.drop_kept(node)
    assert not node.indices.exists(index=live_index)
    record_published(unit=unit, document=document(7), at=NOON)
    deliver(node)
    assert node.count(index=new)["count"] == 2


def test_roll_back_misses_nothing_that_happened_since(node, live_index, unit):
    lifecycle.reindex(node)
    publish(unit, 2)
    assert lifecycle.roll_back(node) == live_index
    deliver(node)
    assert served_index(node) == [live_index]
    assert node.count(index=alias_name())["count"] == 2


def test_change_during_the_backfill_reaches_the_new_index(node, live_index, unit, monkeypatch):
    entries = publish(unit, 3)
    deliver(node)
    original = lifecycle.backfill

    def backfill_with_changes(client, index):
        original(client, index)
        record_published(unit=unit, document=document(0, "Đổi giữa chừng"), at=NOON)
        record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
        record_published(unit=unit, document=document(50), at=NOON)

    monkeypatch.setattr(lifecycle, "backfill", backfill_with_changes)
    new = lifecycle.reindex(node)
    deliver(node)
    assert stored(node, new, entries[0])["_source"]["title"] == "Đổi giữa chừng"
    assert stored(node, new, entries[1])["_source"]["deleted"] is True
    assert reconcile(node, new).differences == 0


def test_reindex_that_cannot_reach_zero_leaves_readers_the_old_index(node, live_index, unit, monkeypatch):
    publish(unit, 3)
    deliver(node)
    monkeypatch.setattr(lifecycle, "backfill", lambda client, index: 0)
    with pytest.raises(lifecycle.ReindexError):
        lifecycle.reindex(node)
    assert served_index(node) == [live_index]


def test_reindex_after_a_killed_one_starts_afresh(node, live_index, unit):
    publish(unit, 2)
    IndexTarget.objects.create(number=2, state="building")
    node.indices.create(index=index_name(2))
    new = lifecycle.reindex(node)
    assert served_index(node) == [new]
    assert reconcile(node, new).differences == 0
    assert not IndexTarget.objects.filter(state="building").exists()


def test_reindex_learns_which_syllables_carry_marks(node, live_index, unit):
    record_published(unit=unit, document=document(body="trường học " * 10), at=NOON)
    lifecycle.reindex(node)
    assert set(Syllable.objects.values_list("folded", flat=True)) >= {"truong", "hoc"}


def test_quiet_index_has_no_differences(node, live_index, unit, phu_hoa):
    publish(unit, 20)
    publish(phu_hoa.unit, 20)
    record_gone(unit=unit, object_type="article", object_id=3, at=NOON)
    deliver(node)
    assert reconcile(node, live_index).differences == 0


def test_what_waits_in_the_outbox_is_no_difference(node, live_index, unit):
    publish(unit, 3)
    assert reconcile(node, live_index).differences == 0


def test_lost_and_stale_documents_are_found_and_repaired_through_the_outbox(node, live_index, unit):
    stale, *_ = publish(unit, 6)
    deliver(node)
    record_published(unit=unit, document=document(stale.object_id, "Bản mới"), at=NOON)
    lost = record_published(unit=unit, document=document(77), at=NOON)
    OutboxRow.objects.all().delete()
    drift = reconcile(node, live_index)
    assert set(drift.behind) == {lost.pk, stale.pk}
    repair(node, live_index, drift)
    deliver(node)
    assert stored(node, live_index, stale)["_source"]["title"] == "Bản mới"
    assert reconcile(node, live_index).differences == 0


def test_versions_the_registry_has_forgotten_are_outbid(node, live_index, unit):
    (entry,) = publish(unit, 1)
    deliver(node)
    action = to_action(Entry.objects.select_related("unit").get(pk=entry.pk))
    send(
        node, live_index, [Action(action.identifier, entry.version + 1_000, action.source | {"title": "Từ tương lai"})]
    )
    node.indices.refresh(index=live_index)
    # The digest still says the old version: only the listing of versions can tell.
    send(
        node,
        live_index,
        [Action(action.identifier, entry.version + 2_000, action.source | {"title": "Từ tương lai", "digest": 1})],
    )
    drift = reconcile(node, live_index)
    assert drift.ahead == [(entry.pk, entry.version + 2_000)]
    repair(node, live_index, drift)
    deliver(node)
    assert stored(node, live_index, entry)["_source"]["title"] == "Ngày hội đọc sách"
    assert reconcile(node, live_index).differences == 0


def test_documents_without_an_entry_are_removed(node, live_index, unit):
    (entry,) = publish(unit, 1)
    deliver(node)
    action = to_action(Entry.objects.select_related("unit").get(pk=entry.pk))
    orphan = f"{unit.uuid}:article:999"
    send(node, live_index, [Action(orphan, 5, action.source)])
    drift = reconcile(node, live_index)
    assert drift.orphans == [(orphan, 5)]
    repair(node, live_index, drift)
    assert reconcile(node, live_index).differences == 0


def test_commands_say_what_they_did(node, live_index, unit, capsys):
    publish(unit, 2)
    for action in ("ensure", "drain"):
        call_command("search", action)
    DeadRow.objects.create(entry=Entry.objects.first(), version=1, error="strict")
    for action in ("replay-dead", "reindex", "reconcile", "roll-back", "drop-kept", "status"):
        call_command("search", action)
    said = capsys.readouterr().out
    assert "2 rows delivered, 0 left" in said
    assert "1 entries queued again" in said
    assert "0 differences (0 behind, 0 ahead, 0 without an entry)" in said
    assert f"{live_index} (live): 0 differences" in said


def test_commands_without_elasticsearch_say_so(db, without_elasticsearch):
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL is empty"):
        call_command("search", "ensure")

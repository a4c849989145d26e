"""Generations of the index on a real node: nothing written meanwhile is missing, a lost or stale index is repaired."""

import time

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from search.client import alias_name, index_name
from search.index import backfill as backfill_module
from search.index import lifecycle
from search.index import reindex as reindex_module
from search.index.backfill import Progress, to_action
from search.index.bulk import Action, send
from search.index.gate import refuse_worse_ranking
from search.index.lock import BusyError, Lock
from search.index.mapping import index_body
from search.index.reconcile import reconcile
from search.index.reindex import reindex
from search.index.release import forget_fields
from search.index.repair import repair
from search.index.worker import Worker
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
    new = reindex(node)
    assert served_index(node) == [new] != [live_index]
    assert node.count(index=new)["count"] == 5
    assert dict(IndexTarget.objects.values_list("number", "state")) == {1: "kept", 2: "live"}


def test_both_indices_are_written_to_until_the_former_is_dropped(node, live_index, unit):
    new = reindex(node)
    (entry,) = publish(unit, 1)
    deliver(node)
    assert stored(node, live_index, entry)["_version"] == stored(node, new, entry)["_version"]
    lifecycle.drop_kept(node)
    assert not node.indices.exists(index=live_index)
    record_published(unit=unit, document=document(7), at=NOON)
    deliver(node)
    assert node.count(index=new)["count"] == 2


def test_roll_back_misses_nothing_that_happened_since(node, live_index, unit):
    reindex(node)
    publish(unit, 2)
    started = time.monotonic()
    assert lifecycle.roll_back(node) == live_index
    assert time.monotonic() - started < 5
    deliver(node)
    assert served_index(node) == [live_index]
    assert node.count(index=alias_name())["count"] == 2


def test_change_during_the_backfill_reaches_the_new_index(node, live_index, unit, monkeypatch):
    entries = publish(unit, 3)
    deliver(node)
    original = reindex_module.backfill

    def backfill_with_changes(client, target, report):
        original(client, target, report)
        record_published(unit=unit, document=document(0, "Đổi giữa chừng"), at=NOON)
        record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
        record_published(unit=unit, document=document(50), at=NOON)

    monkeypatch.setattr(reindex_module, "backfill", backfill_with_changes)
    new = reindex(node)
    deliver(node)
    assert stored(node, new, entries[0])["_source"]["title"] == "Đổi giữa chừng"
    assert stored(node, new, entries[1])["_source"]["deleted"] is True
    assert reconcile(node, new).differences == 0


def test_reindex_that_cannot_reach_zero_leaves_readers_the_old_index(node, live_index, unit, monkeypatch):
    publish(unit, 3)
    deliver(node)
    monkeypatch.setattr(reindex_module, "backfill", lambda client, target, report: 0)
    with pytest.raises(reindex_module.ReindexError):
        reindex(node)
    assert served_index(node) == [live_index]


class StopError(Exception):
    """What stops a reindex in these tests."""


def stop_after(pages: int):
    reports: list[Progress] = []

    def report(progress: Progress) -> None:
        reports.append(progress)
        if len(reports) == pages:
            raise StopError

    return report, reports


def test_stopped_reindex_tells_how_far_it_is_and_goes_on_from_there(node, live_index, unit, monkeypatch):
    monkeypatch.setattr(backfill_module, "PAGE_SIZE", 10)
    entries = publish(unit, 40)
    deliver(node)
    report, reports = stop_after(2)
    with pytest.raises(StopError):
        reindex(node, report=report)
    target = IndexTarget.objects.get(state="building")
    assert (target.done, target.total, target.position, target.is_filled) == (20, 40, entries[19].pk, False)
    assert reports[-1].remaining_seconds > 0
    assert served_index(node) == [live_index]

    record_gone(unit=unit, object_type="article", object_id=3, at=NOON)
    publish(unit, 41)
    deliver(node)
    report, reports = stop_after(0)
    new = reindex(node, report=report)
    assert [progress.done for progress in reports] == [30, 40, 41]
    assert (new, served_index(node)) == (index_name(2), [index_name(2)])
    assert reconcile(node, new).differences == 0


def test_building_of_another_release_or_given_up_begins_afresh(node, live_index, unit):
    publish(unit, 2)
    IndexTarget.objects.create(number=2, state="building", is_filled=False)
    node.indices.create(index=index_name(2))
    new = reindex(node)
    assert served_index(node) == [new] == [index_name(2)]
    assert reconcile(node, new).differences == 0
    IndexTarget.objects.create(number=3, state="building", is_filled=False)
    lifecycle.abandon(node)
    assert not IndexTarget.objects.filter(state="building").exists()


def test_only_one_process_at_a_time_builds_or_swaps(node, live_index):
    with psycopg2.connect(**connection.get_connection_params()) as other:
        other.cursor().execute("SELECT pg_advisory_lock(%s)", [Lock.LIFECYCLE])
        for act in (reindex, lifecycle.roll_back, lifecycle.abandon):
            with pytest.raises(BusyError):
                act(node)
        assert lifecycle.ensure(node) == live_index  # a worker may start meanwhile
    other.close()


def test_gate_refuses_an_index_that_finds_known_titles_worse(node, live_index, unit, monkeypatch):
    for number, title in enumerate(["Trồng cây đầu xuân", "Hội khỏe Phù Đổng", "Ngày hội đọc sách"]):
        record_published(unit=unit, document=document(number, title), at=NOON)
    deliver(node)
    refuse_worse_ranking(node, live_index, live_index)
    spoiled = index_body()
    spoiled["settings"]["analysis"]["analyzer"]["vi_fold"] = {"type": "keyword"}
    monkeypatch.setattr(lifecycle, "index_body", lambda: spoiled)
    with pytest.raises(reindex_module.ReindexError, match="finds known titles worse"):
        reindex(node, gate=refuse_worse_ranking)
    assert served_index(node) == [live_index]


def test_index_of_an_older_release_goes_on_being_written_until_it_is_replaced(node, live_index, unit, monkeypatch):
    older = index_body()
    older["mappings"]["_meta"]["digest"] = "older"
    del older["mappings"]["properties"]["locale"], older["mappings"]["properties"]["issuer"]
    with monkeypatch.context() as patch:
        patch.setattr(lifecycle, "index_body", lambda: older)
        lifecycle.create(node, live_index)
    forget_fields()
    (entry,) = publish(unit, 1)
    assert Worker(node).drain() == 1
    assert not DeadRow.objects.exists()
    assert "locale" not in stored(node, live_index, entry)["_source"]
    new = reindex(node, gate=refuse_worse_ranking)
    assert stored(node, new, entry)["_source"]["locale"] == "vi"
    publish(unit, 1)
    deliver(node)
    assert stored(node, live_index, entry)["_version"] == stored(node, new, entry)["_version"]


def test_reindex_learns_which_syllables_carry_marks(node, live_index, unit):
    record_published(unit=unit, document=document(body="trường học " * 10), at=NOON)
    reindex(node)
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
    assert "0 differences mended (0 pages, 0 behind, 0 ahead, 0 without an entry)" in said
    assert f"{live_index} (live): 0 differences" in said


def test_commands_without_elasticsearch_say_so(db, without_elasticsearch):
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL is empty"):
        call_command("search", "ensure")

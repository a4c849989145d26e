import pytest
from django.db import transaction

from tenants.registry.actions.raise_epoch import raise_epoch
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.actions.record_unit_changed import record_unit_changed
from tenants.registry.document import BODY_LIMIT, Origin
from tenants.registry.models import Entry, EntryState, Operation, OutboxRow
from tenants.units.models import Kind, Unit
from tenants.units.statuses import UnitStatus
from tests.tenants.registry.documents import NOON, document


@pytest.fixture
def unit(an_binh) -> Unit:
    return an_binh.unit


def operations() -> list[str]:
    return list(OutboxRow.objects.order_by("id").values_list("operation", flat=True))


def test_publishing_enters_the_whole_document_and_one_outbox_row(unit):
    entry = record_published(unit=unit, document=document(summary="Tóm tắt"), at=NOON)
    row = Entry.objects.get()
    assert (row.state, row.title, row.path) == (EntryState.LIVE, "Ngày hội đọc sách", "/tin-tuc/bai-1/")
    assert (row.unit_kind, row.levels, row.commune_code) == (unit.kind_id, ["tieu-hoc"], unit.commune_id)
    assert row.document["summary"] == "Tóm tắt"
    assert (row.year, row.folded_title) == (2026, "ngay hoi doc sach")
    outbox = OutboxRow.objects.get()
    assert (outbox.entry_id, outbox.version, outbox.operation) == (row.pk, entry.version, Operation.UPSERT)


def test_each_change_draws_a_greater_version_for_the_same_row(unit):
    first = record_published(unit=unit, document=document(), at=NOON).version
    second = record_published(unit=unit, document=document(title="Tên mới"), at=NOON).version
    gone = record_gone(unit=unit, object_type="article", object_id=1, at=NOON).version
    again = record_published(unit=unit, document=document(), at=NOON).version
    assert first < second < gone < again
    assert Entry.objects.count() == 1
    assert operations() == ["U", "U", "D", "U"]


def test_gone_keeps_the_row_and_none_of_its_text(unit):
    record_published(unit=unit, document=document(body="Họ tên học sinh", document_number="12/QĐ-THAB"), at=NOON)
    record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
    row = Entry.objects.get()
    assert row.state == EntryState.GONE
    assert (row.title, row.path, row.number_key, row.folded, row.folded_title, row.document) == ("", "", "", "", "", {})


def test_gone_is_safe_to_repeat_and_to_ask_for_the_unknown(unit):
    record_published(unit=unit, document=document(), at=NOON)
    record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
    record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
    assert record_gone(unit=unit, object_type="article", object_id=999, at=NOON) is None
    assert operations() == ["U", "D"]


def test_rollback_of_the_publishing_transaction_leaves_nothing(unit):
    with transaction.atomic():
        record_published(unit=unit, document=document(), at=NOON)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    assert not OutboxRow.objects.exists()


def test_long_body_is_cut_and_says_so(unit):
    record_published(unit=unit, document=document(body="từ " * BODY_LIMIT), at=NOON)
    stored = Entry.objects.get().document
    assert (len(stored["body"]), stored["truncated"]) == (BODY_LIMIT, True)


def test_twins_in_two_units_are_two_rows(unit, phu_hoa):
    record_published(unit=unit, document=document(), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(), at=NOON)
    record_gone(unit=unit, object_type="article", object_id=1, at=NOON)
    assert list(Entry.objects.live().values_list("unit", flat=True)) == [phu_hoa.unit.pk]


def test_suspended_unit_is_hidden_with_its_text_and_comes_back(unit, phu_hoa):
    for number in range(3):
        record_published(unit=unit, document=document(number), at=NOON)
    record_published(unit=phu_hoa.unit, document=document(), at=NOON)
    record_gone(unit=unit, object_type="article", object_id=2, at=NOON)
    OutboxRow.objects.all().delete()

    unit.status = UnitStatus.SUSPENDED
    assert record_unit_changed(unit=unit, at=NOON) == 2
    assert operations() == ["D", "D"]
    assert [entry.unit_id for entry in Entry.objects.live()] == [phu_hoa.unit.pk]
    assert Entry.objects.get(unit=unit, object_id=0).document["body"]

    unit.status = UnitStatus.ACTIVE
    assert record_unit_changed(unit=unit, at=NOON) == 2
    assert operations() == ["D", "D", "U", "U"]
    assert Entry.objects.get(unit=unit, object_id=2).state == EntryState.GONE


def test_what_a_hidden_unit_publishes_stays_hidden(unit):
    unit.status = UnitStatus.PLANNED
    assert record_published(unit=unit, document=document(), at=NOON).state == EntryState.HIDDEN
    assert operations() == ["D"]


def test_unit_of_another_kind_moves_its_entries_but_not_republished_ones(unit):
    origin = Origin(unit_name="Trường cũ", url="", kind="thpt", levels=("thpt",), commune_code="00001")
    record_published(unit=unit, document=document(1), at=NOON)
    record_published(unit=unit, document=document(2, object_type="republished", origin=origin), at=NOON)
    unit.kind = Kind.objects.get(pk="thcs")
    unit.levels = ["thcs"]
    assert record_unit_changed(unit=unit, at=NOON) == 1
    own, copy = Entry.objects.order_by("object_id")
    assert (own.unit_kind, own.levels) == ("thcs", ["thcs"])
    assert (copy.unit_kind, copy.levels, copy.commune_code) == ("thpt", ["thpt"], "00001")


def test_unit_that_only_changes_its_name_queues_nothing(unit):
    record_published(unit=unit, document=document(), at=NOON)
    unit.name = "Trường Tiểu học An Bình mới"
    assert record_unit_changed(unit=unit, at=NOON) == 0


def test_raised_epoch_outbids_every_version_the_index_may_hold(unit):
    before = record_published(unit=unit, document=document(), at=NOON).version
    held_by_index = before + 12_345
    raise_epoch(above=held_by_index)
    assert record_published(unit=unit, document=document(), at=NOON).version > held_by_index

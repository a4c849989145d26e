"""Real commits on connections of their own."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

from tenants.registry.actions.record_published import record_published
from tenants.registry.models import Entry, OutboxRow
from tenants.units.models import Unit
from tests.tenants.registry.documents import NOON, document

WRITERS = 4
CHANGES = 10


def _publish(writer: int) -> None:
    try:
        unit = Unit.objects.get(code="th-an-binh")
        for change in range(CHANGES):
            with transaction.atomic():
                record_published(unit=unit, document=document(title=f"Bản {writer}.{change}"), at=NOON)
    finally:
        connection.close()


def test_writers_at_once_make_one_entry_whose_version_is_its_last_outbox_row(own_database):
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(_publish, range(WRITERS)))
    entry = Entry.objects.get()
    versions = list(OutboxRow.objects.values_list("version", flat=True))
    assert len(set(versions)) == WRITERS * CHANGES
    assert entry.version == max(versions)

from collections.abc import Iterable

from tenants.registry.models import Entry, Operation, OutboxRow


def enqueue(entries: Iterable[Entry]) -> int:
    """Tell the index about the entries as they are now; return how many. Call in the transaction of the change."""
    rows = [
        OutboxRow(
            entry=entry,
            version=entry.version,
            operation=Operation.UPSERT if entry.is_findable else Operation.TOMBSTONE,
        )
        for entry in entries
    ]
    OutboxRow.objects.bulk_create(rows)
    return len(rows)

import time
from collections.abc import Iterator

from elasticsearch import Elasticsearch

from search.index.bulk import Action, Outcome, send
from search.index.wire import document_id, to_source
from search.marks import SyllableCount
from tenants.registry.models import DeadRow, Entry

PAGE_SIZE = 500
_PAUSE_SECONDS = 1.0


def backfill(client: Elasticsearch, index: str) -> int:
    """Send every registry entry, tombstones too, to one index; return how many.

    Runs beside the workers: a row read before a change meets the change's higher version and loses. Call outside any
    transaction and after the index is among the targets, else changes in between are missed. Raise NodeError.
    """
    syllables = SyllableCount()
    sent = 0
    for page in _pages():
        _send_page(client, index, page)
        for entry in page:
            syllables.add(f"{entry.title} {entry.document.get('body', '')}")
        sent += len(page)
    syllables.save()
    return sent


def to_action(entry: Entry) -> Action:
    """Return the write that brings the index to this entry as it was read (its `unit` loaded)."""
    return Action(document_id(entry.unit.uuid, entry.object_type, entry.object_id), entry.version, to_source(entry))


def _pages() -> Iterator[list[Entry]]:
    entries = Entry.objects.select_related("unit").defer("folded", "folded_title").order_by("pk")
    last = 0
    while page := list(entries.filter(pk__gt=last)[:PAGE_SIZE]):
        yield page
        last = page[-1].pk


def _send_page(client: Elasticsearch, index: str, entries: list[Entry]) -> None:
    waiting = entries
    while waiting:
        results = send(client, index, [to_action(entry) for entry in waiting])
        for entry, result in zip(waiting, results, strict=True):
            if result.outcome is Outcome.DEAD:
                DeadRow.objects.update_or_create(
                    entry=entry, defaults={"version": entry.version, "error": result.error}
                )
        waiting = [e for e, result in zip(waiting, results, strict=True) if result.outcome is Outcome.RETRY]
        if waiting:
            time.sleep(_PAUSE_SECONDS)

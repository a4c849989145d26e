"""Filling one index from the registry, page by page in the order of keys, so that it can be stopped and go on."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from django.db.models.functions import Now
from elasticsearch import Elasticsearch

from search.client import index_name
from search.index.bulk import Action, NodeError, Outcome, Result, send
from search.index.wire import document_id, to_source
from search.marks import SyllableCount
from search.models import IndexTarget
from tenants.registry.models import DeadRow, Entry

PAGE_SIZE = 500
# The node takes two bulks side by side while the next page is read.
_SENDERS = 2
_PAUSE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a filling is. done, total: entries. rate: entries a second of this run, 0 before anything is known."""

    done: int
    total: int
    rate: float

    @property
    def remaining_seconds(self) -> float | None:
        """Return the estimate, None while nothing is known."""
        return (self.total - self.done) / self.rate if self.rate else None


Report = Callable[[Progress], None]
_Page = tuple[list[Entry], Future[list[Result]]]


def backfill(client: Elasticsearch, target: IndexTarget, report: Report | None = None) -> int:
    """Send the registry's entries from target.position on, tombstones too, to the target's index; return how many.

    Runs beside the workers: a row read before a change meets the change's higher version and loses. Call outside any
    transaction and after the target is stored, else changes in between are missed. May be killed at any line and called
    again. Raise NodeError when the node is away or the target was given up meanwhile.
    """
    run = _Run(target, report)
    with ThreadPoolExecutor(_SENDERS) as pool:
        sending: deque[_Page] = deque()
        for page in _pages(target.position):
            actions = [to_action(entry) for entry in page]
            sending.append((page, pool.submit(_send_all, client, index_name(target.number), actions)))
            if len(sending) > _SENDERS:
                run.settle(sending.popleft())
        while sending:
            run.settle(sending.popleft())
    run.finish()
    return run.sent


def to_action(entry: Entry) -> Action:
    """Return the write that brings the index to this entry as it was read (its `unit` loaded)."""
    return Action(document_id(entry.unit.uuid, entry.object_type, entry.object_id), entry.version, to_source(entry))


class _Run:
    """One go at filling: what it sent, how fast, and the syllables it saw."""

    def __init__(self, target: IndexTarget, report: Report | None) -> None:
        self.sent = 0
        self._target, self._report = target, report
        self._started = time.monotonic()
        self._total = target.done + Entry.objects.filter(pk__gt=target.position).count()
        # Syllables are counted over everything: a run that goes on in the middle keeps the former list.
        self._syllables = None if target.position else SyllableCount()

    def settle(self, sent: _Page) -> None:
        """Wait for a page in its turn, keep what was refused, and write down how far the filling is."""
        entries, results = sent[0], sent[1].result()
        for entry, result in zip(entries, results, strict=True):
            if result.outcome is Outcome.DEAD:
                refused = {"version": entry.version, "error": result.error, "died_at": Now()}
                DeadRow.objects.update_or_create(entry=entry, defaults=refused)
            if self._syllables:
                self._syllables.add(f"{entry.title} {entry.document.get('body', '')}")
        self.sent += len(entries)
        self._move(entries[-1].pk)

    def finish(self) -> None:
        self._target.is_filled = True
        self._store(is_filled=True)
        if self._syllables:
            self._syllables.save()

    def _move(self, position: int) -> None:
        done = self._target.done + self.sent
        progress = Progress(done, max(self._total, done), self.sent / (time.monotonic() - self._started))
        self._store(position=position, done=done, total=progress.total, rate=progress.rate)
        if self._report:
            self._report(progress)

    def _store(self, **values: object) -> None:
        stored = IndexTarget.objects.filter(pk=self._target.pk)
        if not stored.update(moved_at=Now(), **values):
            raise NodeError(f"{self._target} was given up meanwhile")


def _pages(position: int) -> Iterator[list[Entry]]:
    unread = ("folded", "folded_title", "search_vector")
    entries = Entry.objects.select_related("unit").defer(*unread).order_by("pk")
    while page := list(entries.filter(pk__gt=position)[:PAGE_SIZE]):
        yield page
        position = page[-1].pk


def _send_all(client: Elasticsearch, index: str, actions: list[Action]) -> list[Result]:
    """Send until the node has answered for each; what it pushes back waits a moment."""
    results = send(client, index, actions)
    while waiting := [place for place, result in enumerate(results) if result.outcome is Outcome.RETRY]:
        time.sleep(_PAUSE_SECONDS)
        again = send(client, index, [actions[place] for place in waiting])
        for place, result in zip(waiting, again, strict=True):
            results[place] = result
    return results

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from elasticsearch import Elasticsearch

from search.evaluation.corpus import Corpus
from search.index import engine, lifecycle
from search.index.backfill import to_action
from search.index.bulk import Action, Outcome, send
from search.request import SearchRequest

# Nobody waits for a page here, and a loaded machine must not turn slowness into a worse order.
_PATIENCE_MS = 30_000
_PAUSE_SECONDS = 0.5


class RefusedError(Exception):
    """The node refuses a document of the corpus."""


@dataclass(frozen=True, slots=True)
class ScratchIndex:
    """An index as readers would be answered from it. index: its name, for queries that are not the product's."""

    client: Elasticsearch
    index: str
    usually_marked: frozenset[str]

    def __call__(self, request: SearchRequest) -> list[int]:
        """Return the keys of a page in order."""
        marked = self.usually_marked
        found = engine.find_in(self.client, self.index, request, usually_marked=marked, timeout_ms=_PATIENCE_MS)
        return found.entries


@contextmanager
def scratch_index(client: Elasticsearch, corpus: Corpus) -> Iterator[ScratchIndex]:
    """Put the corpus into an index of its own; yield how to ask it (keys in order). The index goes with the block.

    Readers' alias and targets of the workers do not know it. Raise RefusedError, NodeError, ApiError, TransportError.
    """
    index = f"{settings.SEARCH_PREFIX}-evaluate-{secrets.token_hex(4)}"
    try:
        lifecycle.create(client, index)
        client.indices.put_settings(index=index, settings={"refresh_interval": "-1"})
        for entries in corpus.batches():
            _send(client, index, [to_action(entry) for entry in entries])
        client.indices.refresh(index=index)
        yield ScratchIndex(client, index, corpus.usually_marked())
    finally:
        client.options(ignore_status=404).indices.delete(index=index)


def _send(client: Elasticsearch, index: str, actions: list[Action]) -> None:
    while actions:
        results = send(client, index, actions)
        if dead := next((result for result in results if result.outcome is Outcome.DEAD), None):
            raise RefusedError(f"the node refuses a document: {dead.error}")
        actions = [action for action, result in zip(actions, results, strict=True) if result.outcome is Outcome.RETRY]
        if actions:
            time.sleep(_PAUSE_SECONDS)

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from elasticsearch import Elasticsearch

from search.evaluation.corpus import Corpus
from search.index import engine, lifecycle
from search.index.backfill import to_action
from search.index.bulk import Action, Outcome, send
from search.request import SearchRequest

Ask = Callable[[SearchRequest], list[int]]
# Nobody waits for a page here, and a loaded machine must not turn slowness into a worse order.
_PATIENCE_MS = 30_000
_PAUSE_SECONDS = 0.5


class RefusedError(Exception):
    """The node refuses a document of the corpus."""


@contextmanager
def scratch_index(client: Elasticsearch, corpus: Corpus) -> Iterator[Ask]:
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
        usually_marked = corpus.usually_marked()

        def ask(request: SearchRequest) -> list[int]:
            found = engine.find_in(client, index, request, usually_marked=usually_marked, timeout_ms=_PATIENCE_MS)
            return found.entries

        yield ask
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

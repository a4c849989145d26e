"""What the search tests do over and over."""

from datetime import UTC, datetime
from typing import Any

from elasticsearch import Elasticsearch

from search.client import alias_name
from search.index.wire import document_id
from search.index.worker import Worker
from search.request import SearchRequest
from search.scope import NetworkScope
from tenants.registry.models import Entry

TODAY = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def ask(text: str, **changes: Any) -> SearchRequest:
    """Return a request to the whole network unless told otherwise."""
    return SearchRequest(**{"scope": NetworkScope(), "text": text, "at": TODAY} | changes)


def deliver(node: Elasticsearch) -> int:
    """Empty the outbox into the index and make it visible."""
    count = Worker(node).drain()
    node.indices.refresh(index=alias_name())
    return count


def stored(node: Elasticsearch, index: str, entry: Entry) -> dict[str, Any]:
    """Return the document of an entry as the index holds it, with its `_version`."""
    identifier = document_id(entry.unit.uuid, entry.object_type, entry.object_id)
    return dict(node.get(index=index, id=identifier).body)

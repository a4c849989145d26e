"""An index that another release made: after an update, until `search reindex` has swapped, and as the way back."""

import threading
import time
from typing import Any

from elasticsearch import Elasticsearch

from search.index.mapping import mapping_digest

# How long a process believes what it read of an index: the name may be given to a new one after a rebuild.
_BELIEVED_SECONDS = 30.0
_lock = threading.Lock()
_known: dict[str, tuple[float, frozenset[str] | None]] = {}


def is_current(client: Elasticsearch, index: str) -> bool:
    """Tell whether the index exists and was made by this code. One request."""
    return _made_by(_mapping(client, index)) == mapping_digest()


def fields_taken(client: Elasticsearch, index: str) -> frozenset[str] | None:
    """Return the fields an index of another release knows, None for one of this release: it must take everything.

    Mappings are strict. Without this a new release's documents would be refused by the index that readers still search.
    At most one request in _BELIEVED_SECONDS; an index that is not there counts as this release's, for the bulk to say.
    """
    with _lock:
        until, fields = _known.get(index, (0.0, None))
        if time.monotonic() < until:
            return fields
    mapping = _mapping(client, index)
    is_foreign = bool(mapping) and _made_by(mapping) != mapping_digest()
    fields = frozenset(mapping["properties"]) if is_foreign else None
    with _lock:
        _known[index] = (time.monotonic() + _BELIEVED_SECONDS, fields)
    return fields


def forget_fields() -> None:
    """Read every index's fields anew: one was made, dropped or lost."""
    with _lock:
        _known.clear()


def _mapping(client: Elasticsearch, index: str) -> dict[str, Any]:
    answer = client.options(ignore_status=404).indices.get_mapping(index=index)
    return dict(answer.body.get(index, {}).get("mappings", {}))


def _made_by(mapping: dict[str, Any]) -> str:
    return str(mapping.get("_meta", {}).get("digest", ""))

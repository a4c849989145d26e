"""Fields of the index. Strict: a field the builder invents is refused, not guessed at."""

import hashlib
import json
from typing import Any

from search.index.analysis import analysis

KEYWORD: dict[str, Any] = {"type": "keyword"}


def _text(analyzer: str, **options: Any) -> dict[str, Any]:
    # Without positions: they serve only phrase queries, which are never asked, and cost a third of the index.
    return {"type": "text", "analyzer": analyzer, "index_options": "freqs", **options}


def _searched(**more: dict[str, Any]) -> dict[str, Any]:
    subfields = {
        "sh": _text("vi_fold2"),
        "ex": _text("vi_exact"),
        "ex2": _text("vi_exact2"),
    }
    return _text("vi_fold", fields=subfields | more)


def properties() -> dict[str, Any]:
    """Return the fields. `text` is title and body in one: the title's own field only adds (search.md §8.4)."""
    return {
        "title": _searched(ac=_text("vi_fold_edge", search_analyzer="vi_fold", index_options="docs")),
        "text": _searched(),
        "doc_no": _text(
            "num",
            fields={"prefix": _text("num_prefix", search_analyzer="num"), "parts": _text("vi_fold")},
        ),
        "type": KEYWORD,
        "unit_id": KEYWORD,
        "unit_kind": KEYWORD,
        "levels": KEYWORD,
        "commune": KEYWORD,
        "year": KEYWORD,
        "issuer": KEYWORD,
        "doc_kind": KEYWORD,
        "subject": KEYWORD,
        # Of a document: first day in force, first day no longer in force, first day on which a part is not.
        "since": {"type": "date"},
        "until": {"type": "date"},
        "partly_until": {"type": "date"},
        "locale": KEYWORD,
        "published_at": {"type": "date"},
        "deleted": {"type": "boolean"},
        # Of the registry: the row to show, its version, and a share of the sum that reconcile compares.
        "entry": {"type": "long"},
        # The entry of the original, the same for a post and its copies: the network shows them as one.
        "story": {"type": "long"},
        # Whether it is a copy: counts that copies share with their originals leave them out.
        "repeats": {"type": "boolean"},
        "version": {"type": "long"},
        "digest": {"type": "long"},
    }


def index_body() -> dict[str, Any]:
    """Return settings and mappings of a new index; `_meta.digest` tells later whether the code has moved on."""
    body: dict[str, Any] = {
        "settings": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "refresh_interval": "1s",  # written out: an unset value lets a quiet index stop refreshing
            "max_result_window": 10_000,
            "analysis": analysis(),
        },
        "mappings": {"dynamic": "strict", "properties": properties()},
    }
    body["mappings"]["_meta"] = {"digest": _digest(body)}
    return body


def mapping_digest() -> str:
    """Return what an index made by this code carries in `_meta.digest`."""
    return str(index_body()["mappings"]["_meta"]["digest"])


def _digest(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]

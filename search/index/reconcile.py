"""Does one index hold exactly what the registry says? Compared by unit and type, then document by document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef
from django.db.models.functions import Mod
from elasticsearch import Elasticsearch

from search.index.wire import document_id
from search.models.sweep import PARTS
from tenants.registry.models import DeadRow, Entry, OutboxRow
from tenants.units.models import Unit

_BUCKETS = 1_000
_PAGE = 500
# The same 28 bits as search.index.wire.digest.
_SUMS_SQL = """
SELECT u.uuid::text, e.object_type, count(*),
       sum(('x' || substr(md5(concat_ws(':', u.uuid, e.object_type, e.object_id, e.version)), 1, 7))::bit(28)::int)
FROM registry_entry e JOIN units_unit u ON u.id = e.unit_id
WHERE %(part)s::int IS NULL OR mod(e.unit_id, %(parts)s) = %(part)s
GROUP BY u.uuid, e.object_type
"""


# Unit uuid and type of a thing; how many of them there are and the sum of their digests.
Group = tuple[str, str]
Sums = dict[Group, tuple[int, int]]


@dataclass(slots=True)
class Drift:
    """behind: keys of entries whose version the index lacks. ahead: keys, and versions in the index, of entries whose
    version the registry has forgotten (restored from backup). orphans: ids and versions of documents without entry."""

    behind: list[int] = field(default_factory=list)
    ahead: list[tuple[int, int]] = field(default_factory=list)
    orphans: list[tuple[str, int]] = field(default_factory=list)

    @property
    def differences(self) -> int:
        return len(self.behind) + len(self.ahead) + len(self.orphans)


def reconcile(client: Elasticsearch, index: str, part: int | None = None) -> Drift:
    """Return how the index differs from the registry. Changes nothing; entries that still wait in the outbox, or that
    the index refused, do not count.

    part: only this one of the PARTS shares of the units, by key.

    Costs one grouped query on each side, and a listing of ids only for groups whose sums differ.
    Raise elasticsearch.TransportError when the node is away.
    """
    client.indices.refresh(index=index)
    expected, found = _registry_sums(part), _index_sums(client, index, part)
    drift = Drift()
    for group in sorted(expected.keys() | found.keys()):
        if expected.get(group) != found.get(group):
            _compare_group(client, index, group, drift)
    return drift


def _registry_sums(part: int | None) -> Sums:
    with connection.cursor() as cursor:
        cursor.execute(_SUMS_SQL, {"part": part, "parts": PARTS})
        return {(unit, object_type): (count, int(total)) for unit, object_type, count, total in cursor.fetchall()}


def _index_sums(client: Elasticsearch, index: str, part: int | None) -> Sums:
    sums: Sums = {}
    query: dict[str, Any] = {"match_all": {}}
    if part is not None:
        units = Unit.objects.annotate(share=Mod("pk", PARTS)).filter(share=part)
        query = {"terms": {"unit_id": [str(uuid) for uuid in units.values_list("uuid", flat=True)]}}
    composite: dict[str, Any] = {
        "size": _BUCKETS,
        "sources": [{"unit": {"terms": {"field": "unit_id"}}}, {"type": {"terms": {"field": "type"}}}],
    }
    while True:
        groups = {"composite": composite, "aggs": {"total": {"sum": {"field": "digest"}}}}
        answer = client.search(index=index, query=query, size=0, aggs={"groups": groups})["aggregations"]["groups"]
        for bucket in answer["buckets"]:
            key = (bucket["key"]["unit"], bucket["key"]["type"])
            sums[key] = (bucket["doc_count"], int(bucket["total"]["value"]))
        if "after_key" not in answer:
            return sums
        composite["after"] = answer["after_key"]


def _compare_group(client: Elasticsearch, index: str, group: Group, drift: Drift) -> None:
    found = dict(_index_versions(client, index, group))
    entries = Entry.objects.filter(unit__uuid=group[0], object_type=group[1])
    suspects: dict[int, str] = {}
    for pk, object_id, version in entries.values_list("pk", "object_id", "version").iterator():
        identifier = document_id(UUID(group[0]), group[1], object_id)
        if found.pop(identifier, None) != version:
            suspects[pk] = identifier
    keys = list(suspects)
    for start in range(0, len(keys), _PAGE):
        _confirm(client, index, {key: suspects[key] for key in keys[start : start + _PAGE]}, drift)
    drift.orphans += _without_entry(found, group)


def _index_versions(client: Elasticsearch, index: str, group: Group) -> Iterator[tuple[str, int]]:
    """Yield id and version of each document of the group, in pages."""
    unit_uuid, object_type = group
    query = {"bool": {"filter": [{"term": {"unit_id": unit_uuid}}, {"term": {"type": object_type}}]}}
    after: list[Any] | None = None
    while True:
        page = client.search(
            index=index, query=query, size=10_000, sort=["entry"], version=True, source=False, search_after=after
        )["hits"]["hits"]
        if not page:
            return
        yield from ((hit["_id"], hit["_version"]) for hit in page)
        after = page[-1]["sort"]


def _confirm(client: Elasticsearch, index: str, suspects: dict[int, str], drift: Drift) -> None:
    """Look again, past the refresh: what had left the outbox when its entry was read must be in the index by now.

    suspects: key of the entry → id of its document.
    """
    waiting = OutboxRow.objects.filter(entry=OuterRef("pk"))
    refused = DeadRow.objects.filter(entry=OuterRef("pk"))
    entries = Entry.objects.filter(pk__in=suspects).exclude(Exists(waiting)).exclude(Exists(refused))
    expected = dict(entries.values_list("pk", "version"))
    if not expected:
        return
    answer = client.mget(index=index, ids=[suspects[key] for key in expected], source=False)["docs"]
    latest = dict(Entry.objects.filter(pk__in=expected).values_list("pk", "version"))
    for key, document in zip(expected, answer, strict=True):
        version = document.get("_version", 0)
        if version < expected[key]:
            drift.behind.append(key)
        elif version > latest[key]:
            drift.ahead.append((key, version))


def _without_entry(left_over: dict[str, int], group: Group) -> Iterator[tuple[str, int]]:
    ids = {int(identifier.rsplit(":", 1)[1]): identifier for identifier in left_over}
    known = Entry.objects.filter(unit__uuid=group[0], object_type=group[1], object_id__in=ids)
    for object_id in ids.keys() - set(known.values_list("object_id", flat=True)):
        yield ids[object_id], left_over[ids[object_id]]

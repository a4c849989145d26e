"""After the database was restored from a backup: the index knows versions that the database has forgotten."""

from django.db import transaction
from elasticsearch import Elasticsearch

from search.client import alias_name, index_name, write_alias
from search.index.backfill import Report
from search.index.lifecycle import drop_kept
from search.index.lock import Lock, one_at_a_time
from search.index.reindex import reindex
from search.index.release import forget_fields
from search.models import IndexTarget, TargetState
from tenants.registry.actions.raise_epoch import raise_epoch
from tenants.registry.models import Entry


def rebuild_after_restore(client: Elasticsearch, report: Report | None = None) -> tuple[int, str]:
    """Raise the epoch, build the index anew from the restored registry and drop the old one; return epoch and index.

    Readers search the old index meanwhile: what is shown comes from the registry, so nothing of the lost time appears.
    Run it before workers start. Raise what search.index.reindex.reindex raises; safe to repeat.
    """
    with one_at_a_time(Lock.LIFECYCLE, waits=False):
        epoch = raise_epoch(above=_greatest_version(client))
        _adopt_served_index(client)
    index = reindex(client, report=report)
    drop_kept(client)
    return epoch, index


def _greatest_version(client: Elasticsearch) -> int:
    indices = f"{alias_name()}-v*"
    newest = client.search(index=indices, size=1, sort=[{"version": "desc"}], source={"includes": ["version"]})["hits"][
        "hits"
    ]
    stored = Entry.objects.order_by("-version").values_list("version", flat=True).first() or 0
    return max(stored, *(hit["_source"]["version"] for hit in newest), 0)


def _adopt_served_index(client: Elasticsearch) -> None:
    """Let the restored table of targets name the index that readers search today, and no other; delete the others."""
    alias = alias_name()
    served = set(client.options(ignore_status=404).indices.get_alias(name=alias).body) - {"error", "status"}
    every = set(client.indices.get(index=f"{alias}-v*"))
    with transaction.atomic():
        IndexTarget.objects.all().delete()
        for index in served:
            IndexTarget.objects.create(number=int(index.removeprefix(index_name(0)[:-1])), state=TargetState.LIVE)
    for index in served:
        client.indices.put_alias(index=index, name=write_alias(index))
    for index in every - served:
        client.options(ignore_status=404).indices.delete(index=index)
    forget_fields()

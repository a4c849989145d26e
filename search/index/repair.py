from django.db import transaction
from elasticsearch import Elasticsearch

from search.index.bulk import remove
from search.index.reconcile import Drift
from tenants.registry.actions.enqueue import enqueue
from tenants.registry.actions.raise_epoch import raise_epoch
from tenants.registry.models import Entry, NextVersion

# A lost index may leave a million entries behind: transactions stay short.
_PAGE = 2_000


def repair(client: Elasticsearch, index: str, drift: Drift) -> None:
    """Queue what the index lacks, outbid versions the registry has forgotten, delete documents without an entry."""
    if drift.ahead or drift.orphans:
        raise_epoch(above=max(version for _, version in [*drift.ahead, *drift.orphans]))
    _queue([entry for entry, _ in drift.ahead], outbids=True)
    _queue(drift.behind, outbids=False)
    remove(client, index, drift.orphans)


def _queue(keys: list[int], *, outbids: bool) -> None:
    for start in range(0, len(keys), _PAGE):
        entries = Entry.objects.filter(pk__in=keys[start : start + _PAGE])
        with transaction.atomic():
            if outbids:
                entries.update(version=NextVersion())
            enqueue(entries.only("pk", "version", "state"))

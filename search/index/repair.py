from django.db import transaction
from elasticsearch import Elasticsearch

from search.client import write_alias
from search.index.reconcile import Drift
from tenants.registry.actions.enqueue import enqueue
from tenants.registry.actions.raise_epoch import raise_epoch
from tenants.registry.models import Entry, NextVersion


def repair(client: Elasticsearch, index: str, drift: Drift) -> None:
    """Queue what the index lacks, outbid versions the registry has forgotten, delete documents without an entry."""
    with transaction.atomic():
        if drift.ahead or drift.orphans:
            versions = [version for _, version in drift.ahead] + [version for _, version in drift.orphans]
            raise_epoch(above=max(versions))
        outbid = [entry for entry, _ in drift.ahead]
        Entry.objects.filter(pk__in=outbid).update(version=NextVersion())
        enqueue(Entry.objects.filter(pk__in=[*outbid, *drift.behind]).only("pk", "version", "state"))
    for identifier, version in drift.orphans:
        client.options(ignore_status=(404, 409)).delete(
            index=write_alias(index), id=identifier, version=version + 1, version_type="external"
        )

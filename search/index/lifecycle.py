"""Generations of the index: made, filled, swapped behind one alias, dropped. Nothing is lost while both are written."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import Max
from django.db.models.functions import Now
from elasticsearch import Elasticsearch

from search.client import alias_name, index_name, write_alias
from search.index.backfill import backfill
from search.index.mapping import index_body
from search.index.reconcile import reconcile
from search.models import IndexTarget, TargetState

logger = logging.getLogger(__name__)
# Any number that no other part of the project uses.
_LOCK_KEY = 0x5EA4C4
_MAX_ROUNDS = 5


class ReindexError(Exception):
    """The new index could not be brought to zero differences; readers still have the old one."""


def ensure(client: Elasticsearch) -> str:
    """Make sure a live index stands behind the alias; return its name. Safe to repeat and to run twice at once.

    An index the node has lost is made again and filled from the registry. Raise elasticsearch.TransportError or
    NodeError when the node is away.
    """
    with _one_at_a_time():
        _forget_lost_targets(client)
        live = IndexTarget.objects.filter(state=TargetState.LIVE).first()
        if live is None:
            live = _new_target(TargetState.LIVE)
        index = index_name(live.number)
        if not client.indices.exists(index=index):
            create(client, index)
            count = backfill(client, index)
            client.indices.refresh(index=index)
            logger.info("index filled", extra={"event": "search.filled", "index": index, "documents": count})
        _point_alias(client, index)
    return index


def reindex(client: Elasticsearch) -> str:
    """Build the next generation beside the live one and swap to it; return its name.

    Queries go on and so do writes: workers write to both. The former index is kept, still written to, for `roll_back`.
    Costs a read of the whole registry. Raise ReindexError when differences remain, NodeError when the node is away;
    readers then keep the old index.
    """
    from search.index.worker import Worker

    ensure(client)
    with _one_at_a_time():
        for state in (TargetState.BUILDING, TargetState.KEPT):
            _drop(client, state)
        target = _new_target(TargetState.BUILDING)
        index = index_name(target.number)
        create(client, index)
        client.indices.put_settings(index=index, settings={"refresh_interval": "-1"})
        backfill(client, index)
        client.indices.put_settings(index=index, settings={"refresh_interval": "1s"})
        worker = Worker(client)
        for _ in range(_MAX_ROUNDS):
            if not reconcile(client, index).differences:
                break
            worker.drain()
        else:
            raise ReindexError(f"{index} still differs from the registry after {_MAX_ROUNDS} rounds")
        client.cluster.health(index=index, wait_for_status="yellow", timeout="60s")
        _swap(client, target)
    return index


def roll_back(client: Elasticsearch) -> str:
    """Let readers search the kept index again; return its name. It was written to all the time: nothing is missing."""
    with _one_at_a_time():
        kept = IndexTarget.objects.get(state=TargetState.KEPT)
        _swap(client, kept)
        return index_name(kept.number)


def drop_kept(client: Elasticsearch) -> None:
    """Delete the kept index: the way back is no longer wanted."""
    with _one_at_a_time():
        _drop(client, TargetState.KEPT)


def _swap(client: Elasticsearch, target: IndexTarget) -> None:
    _point_alias(client, index_name(target.number))
    with transaction.atomic():
        # Through a state of its own, since only one row may hold each: live → kept needs kept to be free.
        IndexTarget.objects.filter(pk=target.pk).delete()
        IndexTarget.objects.filter(state=TargetState.LIVE).update(state=TargetState.KEPT, changed_at=Now())
        IndexTarget.objects.create(number=target.number, state=TargetState.LIVE)


def _new_target(state: TargetState) -> IndexTarget:
    last = IndexTarget.objects.aggregate(last=Max("number"))["last"] or 0
    return IndexTarget.objects.create(number=last + 1, state=state)


def create(client: Elasticsearch, index: str) -> None:
    """Make an empty index with its write alias, in place of one of that name. No reader's alias points to it."""
    body = index_body()
    client.options(ignore_status=404).indices.delete(index=index)
    client.indices.create(
        index=index, settings=body["settings"], mappings=body["mappings"], aliases={write_alias(index): {}}
    )


def _drop(client: Elasticsearch, state: TargetState) -> None:
    for number in IndexTarget.objects.filter(state=state).values_list("number", flat=True):
        # The row first: workers must not write to an index that is going.
        IndexTarget.objects.filter(number=number).delete()
        client.options(ignore_status=404).indices.delete(index=index_name(number))


def _forget_lost_targets(client: Elasticsearch) -> None:
    for target in IndexTarget.objects.exclude(state=TargetState.LIVE):
        if not client.indices.exists(index=index_name(target.number)):
            target.delete()


def _point_alias(client: Elasticsearch, index: str) -> None:
    """Let the read alias name this index only, in one step that no query can fall between."""
    alias = alias_name()
    client.indices.update_aliases(
        actions=[
            {"remove": {"index": f"{alias}-v*", "alias": alias, "must_exist": False}},
            {"add": {"index": index, "alias": alias}},
        ]
    )


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold the lifecycle's lock for this database session; it ends with the session if the process dies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK_KEY])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK_KEY])

"""Generations of the index: made, filled, swapped behind one alias, dropped. Nothing is lost while both are written."""

import logging

from django.db import transaction
from django.db.models import Max
from django.db.models.functions import Now
from elasticsearch import Elasticsearch

from search.client import alias_name, index_name, write_alias
from search.index.backfill import Report, backfill
from search.index.lock import Lock, one_at_a_time
from search.index.mapping import index_body
from search.models import IndexTarget, TargetState
from tenants.registry.actions.replay_dead import replay_dead

logger = logging.getLogger(__name__)


def ensure(client: Elasticsearch, report: Report | None = None) -> str:
    """Make sure a live index stands behind the alias; return its name. Safe to repeat and to run twice at once.

    An index the node has lost is made again; filling it goes on where a killed process left off. Raise
    elasticsearch.TransportError or NodeError when the node is away.
    """
    # Without the lock, so that a worker may start while an index is being built for an hour.
    if whole := _whole_index(client):
        return whole
    with one_at_a_time(Lock.LIFECYCLE):
        _forget_lost_targets(client)
        live = IndexTarget.objects.filter(state=TargetState.LIVE).first() or new_target(client, TargetState.LIVE)
        index = index_name(live.number)
        if not client.indices.exists(index=index):
            create(client, index)
            live.position = live.done = 0
            live.is_filled = False
            live.save(update_fields=["position", "done", "is_filled"])
        if not live.is_filled:
            count = backfill(client, live, report)
            client.indices.refresh(index=index)
            logger.info("index filled", extra={"event": "search.filled", "index": index, "documents": count})
        _point_alias(client, index)
    return index


def roll_back(client: Elasticsearch) -> str:
    """Let readers search the kept index again; return its name. It was written to all the time: nothing is missing.

    Raise IndexTarget.DoesNotExist when none is kept, BusyError.
    """
    with one_at_a_time(Lock.LIFECYCLE, waits=False):
        kept = IndexTarget.objects.get(state=TargetState.KEPT)
        swap(client, kept)
        return index_name(kept.number)


def drop_kept(client: Elasticsearch) -> None:
    """Delete the kept index: the way back is no longer wanted. Raise BusyError."""
    with one_at_a_time(Lock.LIFECYCLE, waits=False):
        drop(client, TargetState.KEPT)
        # What only the former mapping refused is welcome now.
        replay_dead()


def abandon(client: Elasticsearch) -> None:
    """Delete an index whose building was stopped and shall not go on. Raise BusyError while it is being built."""
    with one_at_a_time(Lock.LIFECYCLE, waits=False):
        drop(client, TargetState.BUILDING)


def new_target(client: Elasticsearch, state: TargetState) -> IndexTarget:
    """Make the next index, then its row: from then on workers write to it, and it is to be filled."""
    last = IndexTarget.objects.aggregate(last=Max("number"))["last"] or 0
    create(client, index_name(last + 1))
    return IndexTarget.objects.create(number=last + 1, state=state, is_filled=False)


def create(client: Elasticsearch, index: str) -> None:
    """Make an empty index with its write alias, in place of one of that name. No reader's alias points to it."""
    body = index_body()
    client.options(ignore_status=404).indices.delete(index=index)
    client.indices.create(
        index=index, settings=body["settings"], mappings=body["mappings"], aliases={write_alias(index): {}}
    )


def swap(client: Elasticsearch, target: IndexTarget) -> None:
    """Let readers search the target and keep the one they searched until now. Call under the lock."""
    _point_alias(client, index_name(target.number))
    with transaction.atomic():
        # Its row steps aside for a moment, since only one may hold each state: live → kept needs kept to be free.
        IndexTarget.objects.filter(pk=target.pk).delete()
        IndexTarget.objects.filter(state=TargetState.LIVE).update(state=TargetState.KEPT, changed_at=Now())
        target.state = TargetState.LIVE
        target.save(force_insert=True)
        IndexTarget.objects.filter(pk=target.pk).update(changed_at=Now())


def drop(client: Elasticsearch, state: TargetState) -> None:
    """Delete the index of this state, if there is one. Call under the lock."""
    for number in IndexTarget.objects.filter(state=state).values_list("number", flat=True):
        # The row first: workers must not write to an index that is going.
        IndexTarget.objects.filter(number=number).delete()
        client.options(ignore_status=404).indices.delete(index=index_name(number))


def _whole_index(client: Elasticsearch) -> str | None:
    """Return the live index when it, its alias and every other target are there, None when something is to be done."""
    targets = list(IndexTarget.objects.all())
    live = next((target for target in targets if target.state == TargetState.LIVE and target.is_filled), None)
    if live is None or not client.indices.exists_alias(name=alias_name(), index=index_name(live.number)):
        return None
    others = (index_name(target.number) for target in targets if target is not live)
    return index_name(live.number) if all(client.indices.exists(index=other) for other in others) else None


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

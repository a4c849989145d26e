"""Building the next index beside the live one, and the swap. May be stopped at any moment and called again."""

from collections.abc import Callable

from elasticsearch import Elasticsearch

from search.client import index_name
from search.index.backfill import Report, backfill
from search.index.lifecycle import drop, ensure, new_target, swap
from search.index.lock import Lock, one_at_a_time
from search.index.reconcile import reconcile
from search.index.release import is_current
from search.index.worker import Worker
from search.models import IndexTarget, TargetState
from tenants.registry.actions.replay_dead import replay_dead

_MAX_ROUNDS = 5

# Given the client, the index readers search and the new one; raises ReindexError when the new one ranks worse.
Gate = Callable[[Elasticsearch, str, str], None]


class ReindexError(Exception):
    """The new index is not fit to be searched; readers still have the old one."""


def reindex(client: Elasticsearch, *, report: Report | None = None, gate: Gate | None = None) -> str:
    """Build the next generation beside the live one and swap to it; return its name.

    Queries go on and so do writes: workers write to both. A building that was stopped goes on, unless the mapping has
    changed since. The former index is kept, still written to, for `roll_back`. Costs a read of the whole registry.
    Raise ReindexError when differences remain or the gate refuses, NodeError when the node is away, BusyError; readers
    then keep the old index and the next call goes on from there.
    """
    live = ensure(client)
    with one_at_a_time(Lock.LIFECYCLE, waits=False):
        target = _begun_or_new(client)
        index = index_name(target.number)
        if not target.is_filled:
            client.indices.put_settings(index=index, settings={"refresh_interval": "-1"})
            backfill(client, target, report)
        client.indices.put_settings(index=index, settings={"refresh_interval": "1s"})
        _bring_to_zero(client, index)
        if gate:
            gate(client, live, index)
        client.cluster.health(index=index, wait_for_status="yellow", timeout="60s")
        swap(client, target)
        # What only the former mapping refused is welcome now.
        replay_dead()
    return index


def _begun_or_new(client: Elasticsearch) -> IndexTarget:
    begun = IndexTarget.objects.filter(state=TargetState.BUILDING).first()
    if begun and is_current(client, index_name(begun.number)):
        return begun
    for state in (TargetState.BUILDING, TargetState.KEPT):
        drop(client, state)
    return new_target(client, TargetState.BUILDING)


def _bring_to_zero(client: Elasticsearch, index: str) -> None:
    worker = Worker(client)
    for _round in range(_MAX_ROUNDS):
        found = reconcile(client, index).differences
        if not found:
            return
        worker.drain()
    raise ReindexError(f"{index} still differs from the registry in {found} documents after {_MAX_ROUNDS} rounds")

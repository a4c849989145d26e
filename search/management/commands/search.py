from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from elasticsearch import ApiError, Elasticsearch, TransportError

from search.client import get_client, index_name
from search.index import lifecycle
from search.index.bulk import NodeError
from search.index.mapping import mapping_digest
from search.index.reconcile import reconcile
from search.index.repair import repair
from search.index.worker import Worker
from search.models import IndexTarget, TargetState
from search.publishing import record_unit
from tenants.registry.actions.replay_dead import replay_dead
from tenants.registry.models import DeadRow, Entry, OutboxRow
from tenants.units.context import every_unit

ACTIONS = {
    "ensure": "make the live index if there is none",
    "reindex": "build the index anew beside the live one and swap",
    "roll-back": "search the former index again",
    "drop-kept": "delete the former index",
    "drain": "deliver what waits in the outbox, then stop",
    "reconcile": "compare every index with the registry and queue the differences",
    "replay-dead": "queue what the index refused once more",
    "rebuild": "enter every unit's live pages into the registry again",
    "status": "print targets, outbox, dead rows and differences",
}


class Command(BaseCommand):
    """Care for the index of the network search."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        subcommands = parser.add_subparsers(dest="action", required=True)
        for name, text in ACTIONS.items():
            subcommands.add_parser(name, help=text)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action in _WITHOUT_NODE:
            self.stdout.write(_WITHOUT_NODE[action]())
            return
        client = get_client()
        if client is None:
            raise CommandError("ELASTICSEARCH_URL is empty: there is no index to care for")
        try:
            self.stdout.write(_WITH_NODE[action](client))
        except (ApiError, TransportError, NodeError) as error:
            raise CommandError(f"Elasticsearch did not do it: {error}") from error
        except (lifecycle.ReindexError, IndexTarget.DoesNotExist) as error:
            raise CommandError(str(error)) from error


def _ensure(client: Elasticsearch) -> str:
    return f"{lifecycle.ensure(client)} is live"


def _reindex(client: Elasticsearch) -> str:
    return f"{lifecycle.reindex(client)} is live; the former index is kept until `search drop-kept`"


def _roll_back(client: Elasticsearch) -> str:
    return f"{lifecycle.roll_back(client)} is live again"


def _drop_kept(client: Elasticsearch) -> str:
    lifecycle.drop_kept(client)
    return "no former index is kept"


def _drain(client: Elasticsearch) -> str:
    lifecycle.ensure(client)
    return f"{Worker(client).drain()} rows delivered, {OutboxRow.objects.count()} left"


def _reconcile(client: Elasticsearch) -> str:
    lines = []
    for target in IndexTarget.objects.exclude(state=TargetState.BUILDING):
        index = index_name(target.number)
        drift = reconcile(client, index)
        repair(client, index, drift)
        counts = f"{len(drift.behind)} behind, {len(drift.ahead)} ahead, {len(drift.orphans)} without an entry"
        lines.append(f"{index}: {drift.differences} differences ({counts})")
    return "\n".join(lines) or "there is no index yet"


def _replay_dead() -> str:
    return f"{replay_dead()} entries queued again"


def _rebuild() -> str:
    pages = 0
    for _site in every_unit(reason="the registry is rebuilt from the pages of each unit"):
        with transaction.atomic():
            pages += record_unit(at=timezone.now())
    return f"{pages} pages entered"


def _status(client: Elasticsearch) -> str:
    oldest = OutboxRow.objects.aggregate(oldest=Min("created_at"))["oldest"]
    age = (timezone.now() - oldest).total_seconds() if oldest else 0
    lines = [
        f"outbox rows: {OutboxRow.objects.count()}, oldest {age:.0f} s",
        f"dead rows: {DeadRow.objects.count()}",
        f"live entries: {Entry.objects.live().count()}",
    ]
    for target in IndexTarget.objects.order_by("number"):
        index = index_name(target.number)
        mapping = client.indices.get_mapping(index=index)[index]["mappings"]
        is_current = mapping["_meta"]["digest"] == mapping_digest()
        drift = reconcile(client, index).differences
        needs = "" if is_current else ", the mapping has changed: run `search reindex`"
        lines.append(f"{index} ({target.state}): {drift} differences{needs}")
    return "\n".join(lines)


_WITHOUT_NODE = {"replay-dead": _replay_dead, "rebuild": _rebuild}
_WITH_NODE = {
    "ensure": _ensure,
    "reindex": _reindex,
    "roll-back": _roll_back,
    "drop-kept": _drop_kept,
    "drain": _drain,
    "reconcile": _reconcile,
    "status": _status,
}

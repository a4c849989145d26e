from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser
from django.db.models import Min
from django.utils import timezone

from search.client import index_name
from search.index.mapping import mapping_digest
from search.index.reconcile import reconcile
from search.management.node import required_client
from search.models import IndexTarget
from tenants.registry.models import DeadRow, Entry, OutboxRow

HELP = "print targets, outbox, dead rows and differences"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    client = required_client()
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

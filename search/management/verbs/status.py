from collections.abc import Iterable, Mapping
from typing import Any

from django.core.management.base import CommandParser
from django.db.models import Count, Min
from django.utils import timezone

from search.attachments.models import AttachedText
from search.client import index_name
from search.index.reconcile import reconcile
from search.index.release import is_current
from search.management.node import required_client
from search.models import IndexTarget
from tenants.registry.models import DeadRow, Entry, OutboxRow

HELP = "print targets, outbox, dead rows and differences"
_SHOWN = 20


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    client = required_client()
    oldest = OutboxRow.objects.aggregate(oldest=Min("created_at"))["oldest"]
    age = (timezone.now() - oldest).total_seconds() if oldest else 0
    lines = [
        f"outbox rows: {OutboxRow.objects.count()}, oldest {age:.0f} s",
        f"dead rows: {DeadRow.objects.count()}",
        *(f"  {dead.entry_id} {dead.entry}: {dead.error[:160]}" for dead in _newest_dead()),
        f"live entries: {Entry.objects.live().count()}",
    ]
    states = dict(AttachedText.objects.values_list("state").annotate(Count("pk")))
    lines.append("files: " + (", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "none"))
    for target in IndexTarget.objects.order_by("number"):
        index = index_name(target.number)
        drift = reconcile(client, index).differences
        needs = "" if is_current(client, index) else ", the mapping has changed: run `search reindex`"
        lines.append(f"{index} ({target.state}): {drift} differences{needs}")
    return "\n".join(lines)


def _newest_dead() -> Iterable[DeadRow]:
    return DeadRow.objects.select_related("entry").order_by("-died_at")[:_SHOWN]

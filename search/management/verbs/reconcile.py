from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.client import index_name
from search.index.reconcile import reconcile
from search.index.repair import repair
from search.management.node import required_client
from search.models import IndexTarget, TargetState

HELP = "compare every index with the registry and queue the differences"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    client = required_client()
    lines = []
    for target in IndexTarget.objects.exclude(state=TargetState.BUILDING):
        index = index_name(target.number)
        drift = reconcile(client, index)
        repair(client, index, drift)
        counts = f"{len(drift.behind)} behind, {len(drift.ahead)} ahead, {len(drift.orphans)} without an entry"
        lines.append(f"{index}: {drift.differences} differences ({counts})")
    return "\n".join(lines) or "there is no index yet"

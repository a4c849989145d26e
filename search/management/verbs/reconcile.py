from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from search.index.lock import Lock, one_at_a_time
from search.index.sweep import sweep_whole
from search.management.node import required_client

HELP = "compare every index with the registry and queue the differences"


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--pages", action="store_true", help="compare the registry with every unit's pages first")


def run(options: Mapping[str, Any]) -> str:
    required_client()
    with one_at_a_time(Lock.SWEEP, waits=False):
        sweep = sweep_whole(at=timezone.now(), with_pages=options["pages"])
    counts = f"{sweep.pages} pages, {sweep.behind} behind, {sweep.ahead} ahead, {sweep.orphans} without an entry"
    return f"{sweep.differences} differences mended ({counts})"

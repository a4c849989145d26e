from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from tenants.registry.actions.replay_dead import replay_dead

HELP = "queue what the index refused once more"


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("entry", nargs="?", type=int, help="only the entry of this key, as `search status` lists it")


def run(options: Mapping[str, Any]) -> str:
    return f"{replay_dead(entry_id=options['entry'])} entries queued again"

from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from tenants.registry.actions.replay_dead import replay_dead

HELP = "queue what the index refused once more"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    return f"{replay_dead()} entries queued again"

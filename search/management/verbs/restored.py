from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.index.restored import rebuild_after_restore
from search.management.node import required_client
from search.management.progress import print_progress

HELP = "after the database was restored from a backup: make its versions greater than the index's and build anew"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    epoch, index = rebuild_after_restore(required_client(), report=print_progress)
    return f"epoch {epoch}; {index} is live and holds what the restored database says"

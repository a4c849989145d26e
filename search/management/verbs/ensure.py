from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.index import lifecycle
from search.management.node import required_client

HELP = "make the live index if there is none"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    return f"{lifecycle.ensure(required_client())} is live"

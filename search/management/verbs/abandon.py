from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.index import lifecycle
from search.management.node import required_client

HELP = "delete an index whose building was stopped and shall not go on"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    lifecycle.abandon(required_client())
    return "no index is being built"

from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.index import lifecycle
from search.management.node import required_client

HELP = "build the index anew beside the live one and swap"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    index = lifecycle.reindex(required_client())
    return f"{index} is live; the former index is kept until `search drop-kept`"

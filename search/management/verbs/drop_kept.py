from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.index import lifecycle
from search.management.node import required_client

HELP = "delete the former index"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    lifecycle.drop_kept(required_client())
    return "no former index is kept"

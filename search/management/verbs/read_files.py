from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.attachments.worker import drain

HELP = "read the files that wait, or that an older extractor has read; can be stopped and started again"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    return f"{drain()} files read"

from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser
from django.db import transaction
from django.utils import timezone

from search.publishing import record_unit
from tenants.units.context import every_unit

HELP = "enter every unit's live pages into the registry again"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    pages = 0
    for _site in every_unit(reason="the registry is rebuilt from the pages of each unit"):
        with transaction.atomic():
            pages += record_unit(at=timezone.now())
    return f"{pages} pages entered"

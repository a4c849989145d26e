from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.index import lifecycle
from search.index.worker import Worker
from search.management.node import required_client
from tenants.registry.models import OutboxRow

HELP = "deliver what waits in the outbox, then stop"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    client = required_client()
    lifecycle.ensure(client)
    return f"{Worker(client).drain()} rows delivered, {OutboxRow.objects.count()} left"

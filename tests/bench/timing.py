"""Measurements inside one process, the same code for both projects."""

import time
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

WARMING = 2


def statements_of(path: str, *, host: str) -> int:
    """Return how many SQL statements it costs to make a page once caches are warm.

    Raise ValueError unless it answers 200.
    """
    client = Client(headers={"host": host})
    for _ in range(WARMING):
        answer = client.get(path)
        if answer.status_code != 200:
            raise ValueError(f"{host}{path} answered {answer.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def seconds_to_publish(draft: Any) -> float:
    """Return how long the transaction took that saves the draft and publishes it, as a request of the admin does."""
    draft.title = f"{draft.title} (bản duyệt)"
    started = time.perf_counter()
    with transaction.atomic():
        draft.save_revision(log_action=True).publish()
    return time.perf_counter() - started


def statements_to_publish(draft: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        seconds_to_publish(draft)
    return len(captured)

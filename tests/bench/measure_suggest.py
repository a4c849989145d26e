"""What a keystroke in the search field costs at the server, from Elasticsearch and while it is away."""

import statistics
import time
from collections.abc import Iterator
from typing import Any

from django.test import Client, override_settings

from search import client as search_client
from tenants.registry.models import Entry
from tests.bench import network
from tests.bench.bench import Bench
from tests.bench.figures import line
from tests.bench.measure_search import p95, questions_of

PATH = "/tim-kiem/goi-y/"


def suggest(bench: Bench) -> Iterator[dict[str, Any]]:
    """The portal's suggestions for beginnings of titles, letter by letter as people type them."""
    _ = bench.index
    typed = [text[:length] for text in questions_of(bench) for length in range(2, len(text) + 1, 3)]
    shared = {"entries": Entry.objects.live().count(), "keystrokes": len(typed)}
    seconds = times(typed)
    yield line("suggest_p50", statistics.median(seconds) * 1000, **shared)
    yield line("suggest_p95", p95(seconds) * 1000, **shared)
    with override_settings(ELASTICSEARCH_URL=""):
        search_client.get_client.cache_clear()
        try:
            yield line("suggest_degraded_p95", p95(times(typed)) * 1000, **shared)
        finally:
            search_client.get_client.cache_clear()


def times(typed: list[str]) -> list[float]:
    """Return the seconds of each answer, the first, which reads the names of all units, left out."""
    client = Client(headers={"host": f"{network.PORTAL}.{network.DOMAIN}"})
    client.get(PATH, {"q": typed[0]})
    seconds = []
    for text in typed:
        started = time.perf_counter()
        client.get(PATH, {"q": text})
        seconds.append(time.perf_counter() - started)
    return seconds

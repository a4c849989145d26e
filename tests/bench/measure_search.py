"""Asking the network search, and how long a publication takes to be found."""

import statistics
import time
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from core.text.fold import fold
from search import client as search_client
from search.queries import search as ask
from search.request import SearchRequest
from search.scope import NetworkScope
from sites.models import ArticlePage
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tests.bench import corpus, network
from tests.bench.bench import Bench
from tests.bench.figures import line
from tests.bench.measure_writing import draft

POLL_SECONDS = 0.05
PATIENCE_SECONDS = 30.0
SEARCH_PATH = "/tim-kiem/"
# What templates/pages/search.html shows while PostgreSQL answers.
DEGRADED = "cg-results__notice"


def search(bench: Bench) -> Iterator[dict[str, Any]]:
    """The portal's result page over many entries: from Elasticsearch, then from PostgreSQL because it is away."""
    _ = bench.index
    questions = questions_of(bench)
    entries = Entry.objects.live().count()
    shared = {"entries": entries, "questions": len(questions)}
    for name, seconds in (("search", times(questions, degraded=False)), ("search_degraded", degraded_times(questions))):
        yield line(f"{name}_p50", statistics.median(seconds) * 1000, **shared)
        yield line(f"{name}_p95", p95(seconds) * 1000, **shared)


def findable(bench: Bench) -> Iterator[dict[str, Any]]:
    """From the commit of a publication until the search finds it, with the real worker."""
    _ = bench.index, bench.worker
    seconds_until_found(bench, "khoidong")  # the worker may still be starting
    seconds = [seconds_until_found(bench, f"timthay{run}") for run in range(bench.sizes.findable_runs)]
    yield line(
        "findable",
        p95(seconds),
        runs=len(seconds),
        p50=round(statistics.median(seconds), 2),
        longest=round(max(seconds), 2),
        entries=bench.sizes.entries,
    )


def seconds_until_found(bench: Bench, word: str) -> float:
    """Publish an article with the word in its title; return how long after the commit the search found it."""
    with use_site(network.school(1)):
        page = draft(bench, mark=word)
        page.get_latest_revision().publish()
    started = time.monotonic()
    wait_until_found(word, page)
    return time.monotonic() - started


def add_entries(total: int) -> None:
    """Bring the registry to `total` live entries, spread over the schools, by copies of the first school's articles."""
    columns = [field.column for field in Entry._meta.concrete_fields if not field.generated and field.column != "id"]
    values = {
        "unit_id": "schools.ids[1 + mod(number, cardinality(schools.ids))]",
        "object_id": "1000000 + number",
        "version": "nextval('registry_version')",
        "title": "title || ' ' || number",
    }
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH schools AS (SELECT array_agg(unit_id ORDER BY id) AS ids FROM units_unitsite WHERE NOT is_portal),
                 written AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many
                             FROM registry_entry WHERE object_type = %s AND state = 'live')
            INSERT INTO registry_entry ({", ".join(columns)})
            SELECT {", ".join(values.get(column, column) for column in columns)}
            FROM schools, generate_series(0, %s - 1) AS number JOIN written ON place = mod(number, many)
            """,
            [ArticlePage.registry_type, total - Entry.objects.live().count()],
        )
        cursor.execute("ANALYZE registry_entry")


def questions_of(bench: Bench) -> list[str]:
    """Return what people might type: words of titles, one to four of them, every second time without marks."""
    titles = [post.title.split() for post in corpus.news(bench.pictures)]
    questions = []
    for number in range(bench.sizes.questions):
        words = titles[number % len(titles)]
        length = 1 + number % 4
        start = number % max(1, len(words) - length)
        text = " ".join(words[start : start + length])
        questions.append(fold(text) if number % 2 else text)
    return questions


def times(questions: list[str], *, degraded: bool) -> list[float]:
    """Return the seconds of each result page of the portal. Raise RuntimeError when the other engine answered."""
    client = Client(headers={"host": f"{network.PORTAL}.{network.DOMAIN}"})
    client.get(SEARCH_PATH, {"q": questions[0]})
    seconds = []
    for question in questions:
        started = time.perf_counter()
        answer = client.get(SEARCH_PATH, {"q": question})
        seconds.append(time.perf_counter() - started)
        if answer.status_code != 200 or (DEGRADED in answer.text) is not degraded:
            raise RuntimeError(f"{question!r} was answered by the wrong engine (status {answer.status_code})")
    return seconds


def degraded_times(questions: list[str]) -> list[float]:
    with override_settings(ELASTICSEARCH_URL=""):
        search_client.get_client.cache_clear()
        try:
            return times(questions, degraded=True)
        finally:
            search_client.get_client.cache_clear()


def is_found(word: str, page: ArticlePage) -> bool:
    request = SearchRequest(scope=NetworkScope(), text=word, at=timezone.now())
    # The network shows a post and its copy as one hit, either of them; nothing else holds the word.
    return any(hit.entry.object_id == page.pk or hit.entry.original_id for hit in ask(request).hits)


def wait_until_found(word: str, page: ArticlePage) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_found(word, page):
        if time.monotonic() > deadline:
            raise RuntimeError(f"{word!r} was not found within {PATIENCE_SECONDS:.0f} s")
        time.sleep(POLL_SECONDS)


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]

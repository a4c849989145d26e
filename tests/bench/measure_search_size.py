"""The search over as much as a province publishes: pages, units, numbers, suggestions, filling the index."""

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unicodedata import normalize

from django.conf import settings
from django.db import connections
from django.test import Client
from django.utils import timezone
from elasticsearch import Elasticsearch

from search.client import alias_name
from search.index import engine
from search.index.backfill import to_action
from search.index.lifecycle import ensure
from search.index.query import build
from search.index.reindex import reindex
from search.marks import load_usually_marked, marks_typed
from search.models import IndexTarget
from search.request import SearchRequest
from search.scope import NetworkScope, Scope, UnitScope
from search.suggest.numbers import begun_number, numbered
from search.suggest.titles import titled
from search.vocabulary.wording import wording_of
from tenants.registry.models import Entry
from tests.bench import network
from tests.bench.bench import Bench, telling
from tests.bench.figures import line
from tests.bench.measure_search import SEARCH_PATH, p95
from tests.bench.measure_search_relevance import client_of
from tests.bench.search_corpus import SEED, add_documents, number_of, questions, register_units

CLIENTS = 4
TYPISTS = 8
NEEDED_CHARACTERS = 4


def small(bench: Bench) -> Iterator[dict[str, Any]]:
    """The network at 20,000 documents through the node, and stock Wagtail's own search over as many posts."""
    _ = bench.index, bench.stock_paths
    node, asked = client_of(bench), questions(bench.sizes.questions)
    bodies = [body_of(text, NetworkScope()) for text in asked]
    seconds = node_times(node, bodies)
    shared = {"entries": Entry.objects.live().count(), "questions": len(asked)}
    yield line("search_20k_p50", statistics.median(seconds) * 1000, p95=round(p95(seconds) * 1000, 1), **shared)
    yield line("search_20k_pages", rate(lambda body: ask(node, body), bodies, CLIENTS, bench.sizes.seconds), **shared)
    with telling("Indexing the stock project"):
        bench.stock("index")
    stock = bench.stock("search", questions=asked[: max(2, len(asked) // 4)])
    yield line("search_stock_p50", statistics.median(stock) * 1000, posts=bench.sizes.posts)
    yield line("search_stock_gain", statistics.median(stock) / statistics.median(seconds))


def large(bench: Bench) -> Iterator[dict[str, Any]]:
    """Sizes.documents documents of Sizes.search_units units: the index filled, then asked."""
    yield from fill(bench)
    node, asked = client_of(bench), questions(bench.sizes.questions)
    shared = {"entries": Entry.objects.live().count(), "questions": len(asked)}
    bodies = [body_of(text, NetworkScope()) for text in asked]
    seconds = node_times(node, bodies)
    yield line("search_300k_p95", p95(seconds) * 1000, p50=round(statistics.median(seconds) * 1000, 1), **shared)
    yield line("search_300k_pages", rate(lambda body: ask(node, body), bodies, CLIENTS, bench.sizes.seconds), **shared)
    through = page_times(asked)
    yield line(
        "search_300k_django",
        statistics.median(through) / statistics.median(seconds),
        p50_ms=round(statistics.median(through) * 1000, 1),
        p95_ms=round(p95(through) * 1000, 1),
    )
    chance = random.Random(SEED)  # noqa: S311 no secret
    units = chance.sample(bench.load_units, min(len(bench.load_units), 100))
    own = [body_of(text, UnitScope(units[place % len(units)].uuid)) for place, text in enumerate(asked)]
    own_seconds = node_times(node, own)
    yield line("search_unit_p95", p95(own_seconds) * 1000)
    yield line("search_unit_share", statistics.median(own_seconds) / statistics.median(seconds))
    yield from suggestions(bench, asked)
    yield from numbers(bench, node)


def fill(bench: Bench) -> Iterator[dict[str, Any]]:
    """Write the documents, build the index from them, and tell how fast and how large."""
    node, total = client_of(bench), bench.sizes.documents
    _ = bench.portal
    if not bench.load_units:
        with telling(f"Writing {total:,} documents"):
            bench.load_units += register_units(bench.sizes.search_units)
            add_documents(bench.load_units, 0, total)
    with telling("Filling the index"):
        bench.stack.callback(lambda: drop_indices(node))
        started = time.perf_counter()
        index = reindex(node) if IndexTarget.objects.exists() else ensure(node)
        seconds = time.perf_counter() - started
    count = Entry.objects.count()
    node.indices.forcemerge(index=index, max_num_segments=1, request_timeout=600)
    size = node.indices.stats(index=index, metric=["store"])["_all"]["primaries"]["store"]["size_in_bytes"]
    built = builder_rate(min(total, 10_000))
    yield line("search_bulk", count / seconds, documents=count)
    yield line("search_bytes", size / count)
    yield line("search_builder", built / (count / seconds), documents_a_second=round(built))


def suggestions(bench: Bench, asked: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Titles while somebody types, for one person and for TYPISTS at once: the part that Elasticsearch has in it."""
    typed = [text[:length] for text in asked for length in range(3, len(text) + 1, 4)]
    live = Entry.objects.live()

    def one(text: str) -> None:
        titled(live, text, scope=NetworkScope())

    seconds = timed(one, typed)
    yield line("search_type_ahead_p95", p95(seconds) * 1000, keystrokes=len(typed))
    with ThreadPoolExecutor(TYPISTS) as pool:
        together = [
            taken for part in pool.map(lambda some: timed(one, some, closing=True), split(typed)) for taken in part
        ]
    yield line("search_type_ahead_p95_8", p95(together) * 1000, people=TYPISTS)


def numbers(bench: Bench, node: Elasticsearch) -> Iterator[dict[str, Any]]:
    """Numbers in six spellings: is the document first, how fast; and by every beginning among five suggestions."""
    chance = random.Random(SEED)  # noqa: S311 no secret
    places = range(0, bench.sizes.documents, 10)
    chosen = [number_of(place) for place in chance.sample(places, min(bench.sizes.numbers, len(places)))]
    typed = [(number, spelling) for number in chosen for spelling in spellings(number)]
    keys = dict(Entry.objects.exclude(number_key="").values_list("document__document_number", "pk"))
    first = [found(text) == keys[number] for number, text in typed]
    missed = next((text for (_number, text), is_first in zip(typed, first, strict=True) if not is_first), "")
    yield line("search_numbers_first", sum(first) / len(first), asked=len(first), missed=missed)
    yield line(
        "search_numbers_p95", p95(node_times(node, [body_of(text, NetworkScope()) for _n, text in typed[:600]])) * 1000
    )
    begun = [(number, number[:length]) for number in chosen for length in range(NEEDED_CHARACTERS, len(number) + 1)]
    offered = [number in suggested(text) for number, text in begun]
    missed = next((text for (_number, text), is_in in zip(begun, offered, strict=True) if not is_in), "")
    yield line("search_numbers_begun", sum(offered) / len(offered), asked=len(offered), missed=missed)


def spellings(number: str) -> list[str]:
    """Return the number as it is written, in small letters, without marks, spaced out, with a long dash, decomposed."""
    bare = normalize("NFD", number).encode("ascii", "ignore").decode()
    bare = number.replace("Đ", "D") if "Đ" in number else bare
    spaced = number.replace("/", " / ").replace("-", " - ")
    return [
        number,
        number.lower(),
        bare,
        spaced,
        number.replace("-", "–").replace("GD", "GD&"),
        normalize("NFD", number),
    ]


def found(text: str) -> int | None:
    entries = engine.find(SearchRequest(scope=NetworkScope(), text=text, at=timezone.now())).entries
    return entries[0] if entries else None


def suggested(text: str) -> list[str]:
    begun = begun_number(text)
    return [number for number, _entry in numbered(Entry.objects.live(), begun)] if begun else []


def body_of(text: str, scope: Scope) -> dict[str, Any]:
    """Return what the product asks the node for a first page."""
    request = SearchRequest(scope=scope, text=text, at=timezone.now())
    wording = wording_of(request)
    marks = marks_typed(wording.judged, usually_marked=load_usually_marked())
    return dict(build(request, wording=wording, marks=marks).to_dict())


def ask(node: Elasticsearch, body: dict[str, Any]) -> None:
    node.search(index=alias_name(), body=body)


def node_times(node: Elasticsearch, bodies: Sequence[dict[str, Any]]) -> list[float]:
    """Return the seconds of each page at the node, one after the other, warm."""
    for body in bodies[: max(20, len(bodies) // 2)]:
        ask(node, body)
    return timed(lambda body: ask(node, body), bodies)


def page_times(asked: Sequence[str]) -> list[float]:
    """Return the seconds of each result page of the portal, made by Django."""
    client = Client(headers={"host": f"{network.PORTAL}.{network.DOMAIN}"})
    for text in asked[:20]:
        client.get(SEARCH_PATH, {"q": text})
    return timed(lambda text: client.get(SEARCH_PATH, {"q": text}), asked)


def timed(do: Callable[[Any], Any], values: Sequence[Any], *, closing: bool = False) -> list[float]:
    seconds = []
    for value in values:
        started = time.perf_counter()
        do(value)
        seconds.append(time.perf_counter() - started)
    if closing:
        connections.close_all()
    return seconds


def split(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [part for start in range(TYPISTS) if (part := values[start::TYPISTS])]


def rate(do: Callable[[Any], Any], values: Sequence[Any], clients: int, seconds: float) -> float:
    """Return how many a second so many clients get done, each asking as soon as it is answered."""
    ends = time.perf_counter() + seconds

    def ask_on(first: int) -> int:
        done = 0
        while time.perf_counter() < ends:
            do(values[(first + done * clients) % len(values)])
            done += 1
        return done

    with ThreadPoolExecutor(clients) as pool:
        return sum(pool.map(ask_on, range(clients))) / seconds


def builder_rate(count: int) -> float:
    """Return how many entries a second are read from the registry and made into what is sent."""
    started = time.perf_counter()
    entries = Entry.objects.select_related("unit").defer("folded", "folded_title").order_by("pk")[:count]
    built = [to_action(entry) for entry in entries]
    return len(built) / (time.perf_counter() - started)


def drop_indices(node: Elasticsearch) -> None:
    """Delete every index of this run: the node may be shared."""
    for name in node.options(ignore_status=404).indices.get(index=f"{settings.SEARCH_PREFIX}*"):
        node.options(ignore_status=404).indices.delete(index=name)

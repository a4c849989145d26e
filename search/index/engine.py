from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.dsl import Search

from search.breaker import reading
from search.client import alias_name, get_client
from search.explaining.score import Score, sum_up
from search.facets import Facet
from search.found import Found, needs_relaxing
from search.index.query import build, build_count, ranked
from search.index.wire import document_id
from search.marks import load_usually_marked, marks_typed
from search.request import MAX_HITS, SearchRequest
from search.vocabulary.wording import wording_of
from tenants.registry.models import Entry


class EngineAwayError(Exception):
    """Elasticsearch is not configured, does not answer in time, or was lately found not to."""


def find(request: SearchRequest) -> Found:
    """Answer from the index. Costs one or two requests of at most SEARCH_TIMEOUT_MS. Raise EngineAwayError."""
    with _asked() as client:
        return find_in(client, alias_name(), request, usually_marked=load_usually_marked())


def find_in(
    client: Elasticsearch,
    index: str,
    request: SearchRequest,
    *,
    usually_marked: frozenset[str],
    timeout_ms: int | None = None,
) -> Found:
    """Answer from this index, or the one behind this alias: the live one, one being built, one made to measure.

    usually_marked: as search.marks.marks_typed takes it. timeout_ms: of one request, SEARCH_TIMEOUT_MS unless told.
    Raise ApiError or TransportError, also when time ran out.
    """
    timeout = timeout_ms or settings.SEARCH_TIMEOUT_MS
    wording = wording_of(request)
    marks = marks_typed(wording.judged, usually_marked=usually_marked)
    answer = _run(client, index, build(request, wording=wording, marks=marks), timeout)
    strict = _total(answer)
    if needs_relaxing(request, wording, strict):
        answer = _run(client, index, build(request, wording=wording, marks=marks, relaxed=True), timeout)
    keys = [hit["fields"] for hit in answer["hits"]["hits"]]
    return Found(
        entries=[key["entry"][0] for key in keys],
        stories=[key["story"][0] for key in keys],
        total=_total(answer),
        counts={facet: _counts(answer, facet) for facet in Facet},
        relaxed=_total(answer) > strict,
    )


def count(request: SearchRequest) -> int:
    """Return how many hits `find` would have. Costs one request, two when words are let go. Raise EngineAwayError."""
    wording = wording_of(request)
    marks = marks_typed(wording.judged, usually_marked=load_usually_marked())
    with _asked() as client:
        total = _counted(client, build_count(request, wording=wording, marks=marks))
        if needs_relaxing(request, wording, total):
            total = _counted(client, build_count(request, wording=wording, marks=marks, relaxed=True))
    return total


def _counted(client: Elasticsearch, search: Search) -> int:
    answer = _run(client, alias_name(), search, settings.SEARCH_TIMEOUT_MS)
    return min(answer["aggregations"]["stories"]["value"], MAX_HITS)


def explain(request: SearchRequest, entry: Entry) -> Score | None:
    """Return how the entry's score comes about, None when the question does not find it. Raise EngineAwayError.

    Costs one request, two when words had to be let go.
    """
    wording = wording_of(request)
    marks = marks_typed(wording.judged, usually_marked=load_usually_marked())
    identifier = document_id(entry.unit.uuid, entry.object_type, entry.object_id)
    with _asked() as client:
        patient = client.options(request_timeout=settings.SEARCH_TIMEOUT_MS / 1000, ignore_status=404)
        for relaxed in (False, True):
            query = ranked(request, wording=wording, marks=marks, relaxed=relaxed).to_dict()
            answer = patient.explain(index=alias_name(), id=identifier, query=query)
            if answer.get("matched"):
                return sum_up(answer["explanation"])
    return None


@contextmanager
def _asked() -> Iterator[Elasticsearch]:
    """Give the client, when it may be asked now, and tell the breaker how it went. Raise EngineAwayError."""
    client = get_client()
    if client is None or not reading.allows_call():
        raise EngineAwayError("Elasticsearch is not asked now")
    try:
        yield client
    except (ApiError, TransportError) as error:
        reading.record_failure()
        raise EngineAwayError(str(error)) from error
    reading.record_success()


def _run(client: Elasticsearch, index: str, search: Search, timeout: int) -> dict[str, Any]:
    patient = client.options(request_timeout=timeout / 1000)
    # The library's own answer object would be built and read once: plain data costs less.
    answer = patient.search(index=index, body=search.extra(timeout=f"{timeout}ms").to_dict()).body
    if answer["timed_out"]:
        raise TransportError(f"only a part was searched within {timeout} ms")
    return dict(answer)


def _total(answer: dict[str, Any]) -> int:
    folded = answer["aggregations"].get("all")
    return min(folded["stories"]["value"] if folded else answer["hits"]["total"]["value"], MAX_HITS)


def _counts(answer: dict[str, Any], facet: Facet) -> dict[str, int]:
    buckets = answer["aggregations"][facet.value]["values"]["buckets"]
    named = buckets.items() if isinstance(buckets, dict) else ((str(one["key"]), one) for one in buckets)
    counts = {value: bucket.get("stories", {"value": bucket["doc_count"]})["value"] for value, bucket in named}
    return {value: count for value, count in counts.items() if count}

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.dsl import Search
from elasticsearch.dsl.response import Response

from search.breaker import reading
from search.client import alias_name, get_client
from search.facets import Facet
from search.found import Found, needs_relaxing
from search.index.query import build
from search.marks import load_usually_marked, marks_typed
from search.request import MAX_HITS, SearchRequest


class EngineAwayError(Exception):
    """Elasticsearch is not configured, does not answer in time, or was lately found not to."""


def find(request: SearchRequest) -> Found:
    """Answer from the index. Costs one or two requests of at most SEARCH_TIMEOUT_MS. Raise EngineAwayError."""
    client = get_client()
    if client is None or not reading.allows_call():
        raise EngineAwayError("Elasticsearch is not asked now")
    try:
        found = find_in(client, alias_name(), request, usually_marked=load_usually_marked())
    except (ApiError, TransportError) as error:
        reading.record_failure()
        raise EngineAwayError(str(error)) from error
    reading.record_success()
    return found


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
    marks = marks_typed(request.text, usually_marked=usually_marked)
    answer = _run(client, index, build(request, marks=marks), timeout)
    strict = _total(answer)
    if needs_relaxing(request, strict):
        answer = _run(client, index, build(request, marks=marks, relaxed=True), timeout)
    return Found(
        entries=[hit["entry"][0] for hit in answer.hits],
        total=_total(answer),
        counts={facet: _counts(answer, facet) for facet in Facet},
        relaxed=_total(answer) > strict,
    )


def _run(client: Elasticsearch, index: str, search: Search, timeout: int) -> Response:
    patient = client.options(request_timeout=timeout / 1000)
    answer = search.using(patient).index(index).extra(timeout=f"{timeout}ms").execute()
    if answer.timed_out:
        raise TransportError(f"only a part was searched within {timeout} ms")
    return answer


def _total(answer: Response) -> int:
    return min(answer.to_dict()["hits"]["total"]["value"], MAX_HITS)


def _counts(answer: Response, facet: Facet) -> dict[str, int]:
    buckets = answer.aggregations[facet.value]["values"].buckets
    return {str(bucket.key): bucket.doc_count for bucket in buckets}

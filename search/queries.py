"""The one way to search: Elasticsearch when it answers in time, else PostgreSQL; the registry gives what is shown."""

from dataclasses import replace
from uuid import UUID

from search import fallback
from search.found import Found
from search.hits import read_hits
from search.index import engine
from search.request import SearchRequest
from search.results import SearchPage
from search.scope import Scope


def search(request: SearchRequest, *, asking_unit: UUID | None = None, other: Scope | None = None) -> SearchPage:
    """Answer one request.

    asking_unit: uuid of the unit whose site asks; its own results get a path instead of an address with a host.
    other: the scope a reader may choose instead; its hits are counted while Elasticsearch answers.
    Costs one to three requests to Elasticsearch and at most three queries, or about ten queries without Elasticsearch.
    """
    found, degraded = find(request)
    return SearchPage(
        request=request,
        hits=read_hits(request, found, asking_unit=asking_unit),
        total=found.total,
        counts=found.counts,
        degraded=degraded,
        relaxed=found.relaxed,
        elsewhere=None if degraded or other is None else _count(replace(request, scope=other)),
    )


def find(request: SearchRequest) -> tuple[Found, bool]:
    """Return the keys that answer the request, and whether PostgreSQL gave them because Elasticsearch was away."""
    try:
        return engine.find(request), False
    except engine.EngineAwayError:
        return fallback.find(request), True


def _count(request: SearchRequest) -> int | None:
    try:
        return engine.count(request)
    except engine.EngineAwayError:
        return None

"""The one place where a request becomes an Elasticsearch query. Shape and weights: search.md §8.4, measured there."""

from datetime import timedelta
from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.function import SF
from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    FunctionScore,
    Match,
    MatchAll,
    Query,
    Term,
    Terms,
)

from core.text.document_number import find_number
from core.text.fold import unify_i_y
from search.documents import DOCUMENT_TYPES
from search.facets import MAX_VALUES, SOURCES, Facet
from search.found import ENOUGH_WORDS
from search.marks import Marks, marked_words
from search.request import MAX_HITS, Order, SearchRequest
from search.scope import NetworkScope, Scope, UnitScope

# With every mark typed, the exact spelling ranks and the folded one only fills up.
_FOLDED_SHARE = 0.3
_NEWS = [slug for slug, kind in DOCUMENT_TYPES.items() if kind.is_news]
# A post of today against one of long ago: 10 to 7. More, and last year's right answer would sink below noise.
_LASTING_WEIGHT, _RECENT_WEIGHT = 0.7, 0.3
_RECENT = {"scale": "90d", "decay": 0.6}


def build(request: SearchRequest, *, marks: Marks, relaxed: bool = False) -> Search:
    """Return the search for one page of results with its counts; hits carry only the registry entry's key.

    marks: how the text was typed; it changes the order, never which documents match. relaxed: one word is enough.
    """
    search = Search().query(_ranked(request, marks, relaxed)).post_filter(_chosen(request))
    search = search.sort(*_order(request)).extra(track_total_hits=MAX_HITS)
    for facet in Facet:
        # Counted without its own choice, so that ticking a second level shows what it would add.
        counted = search.aggs.bucket(facet.value, "filter", filter=_chosen(request.without(facet)))
        counted.bucket("values", A("terms", field=SOURCES[facet].field, size=MAX_VALUES))
    return search.source(False).extra(docvalue_fields=["entry"])[request.offset : request.offset + request.size]


def _ranked(request: SearchRequest, marks: Marks, relaxed: bool) -> Query:
    words = unify_i_y(request.text)
    number = find_number(request.text)
    if not words.strip():
        matching: Query = MatchAll()
    elif request.exact:
        matching = _exact(words)
    elif number:
        matching = _numbered(number, words)
    else:
        matching = _words(words, marks, relaxed)
    within = Bool(must=[matching], filter=[Term("deleted", {"value": False}), *_within(request.scope)])
    return within if request.order is Order.NEWEST else _recent_first(within, request)


def _within(scope: Scope) -> list[Query]:
    match scope:
        case UnitScope(unit_uuid):
            return [Term("unit_id", {"value": str(unit_uuid)})]
        case NetworkScope():
            return []


def _words(words: str, marks: Marks, relaxed: bool) -> Query:
    share = _FOLDED_SHARE if marks is Marks.ALL else 1.0
    enough: dict[str, Any] = {} if relaxed else {"minimum_should_match": ENOUGH_WORDS}
    should = [
        _match("title", words, share, operator="and"),
        _match("title.sh", words, 0.5 * share),
        _match("text.sh", words, 0.7 * share),
    ]
    if marks is Marks.ALL:
        should += [
            _match("text.ex", words),
            _match("title.ex", words, operator="and"),
            _match("title.ex2", words, 0.5),
            _match("text.ex2", words, 0.7),
        ]
    if marks is Marks.SOME:
        # An extra of fixed size: as a score it would lose to the length of the title.
        should.append(ConstantScore(filter=_match("text.ex", marked_words(words), operator="and"), boost=3))
    return Bool(must=[_match("text", words, share, **enough)], should=should)


def _numbered(number: str, words: str) -> Query:
    """The document of that number first, then those whose number begins so, then whoever mentions it."""
    return Bool(
        should=[
            ConstantScore(filter=_match("doc_no", number), boost=100),
            ConstantScore(filter=_match("doc_no.prefix", number), boost=20),
            _match("text", words, operator="and"),
        ],
        minimum_should_match=1,
    )


def _exact(words: str) -> Query:
    return Bool(must=[_match("text.ex", words, operator="and")], should=[_match("title.ex2", words)])


def _match(field: str, words: str, boost: float = 1.0, **options: Any) -> Query:
    return Match(field, {"query": words, "boost": boost, **options})


def _recent_first(query: Query, request: SearchRequest) -> Query:
    # By day, so that the same query of the same day is the same for the node's cache.
    today = request.at.astimezone().date() + timedelta(days=1)
    is_news = Terms("type", _NEWS)
    return FunctionScore(
        query=query,
        functions=[
            SF({"weight": 1, "filter": Bool(must_not=[is_news])}),
            SF({"weight": _LASTING_WEIGHT, "filter": is_news}),
            SF("gauss", published_at={"origin": today.isoformat(), **_RECENT}, filter=is_news, weight=_RECENT_WEIGHT),
        ],
        score_mode="sum",
        boost_mode="multiply",
    )


def _chosen(request: SearchRequest) -> Query:
    chosen = [Terms(SOURCES[facet].field, list(values)) for facet, values in request.filters.items() if values]
    return Bool(filter=chosen)


def _order(request: SearchRequest) -> list[str]:
    newest = ["-published_at", "-entry"]
    return newest if request.order is Order.NEWEST or not request.text.strip() else ["_score", *newest]

"""The one place where a request becomes an Elasticsearch query. Shape and weights: search.md §8.4, measured there."""

from datetime import date, timedelta
from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.function import SF
from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    DisMax,
    FunctionScore,
    Match,
    MatchAll,
    Query,
    Range,
    Term,
    Terms,
)

from core.text.document_number import find_named, find_number
from core.text.fold import unify_i_y
from search.documents import DOCUMENT_TYPES
from search.facets import MAX_VALUES, SOURCES, STATES, Facet
from search.found import ENOUGH_WORDS
from search.marks import Marks
from search.request import MAX_HITS, Order, SearchRequest
from search.scope import NetworkScope, Scope, UnitScope
from search.vocabulary.expansion import Spelling, Wording
from sites.models.legal_document import DocumentState

# With every mark typed, the exact spelling ranks and the folded one only fills up.
_FOLDED_SHARE = 0.3
_STORY = "story"
# Of things of a unit that is named only the rest of the question is scored: fewer words than of all others.
_OWN_WEIGHT = 2
_NEWS = [slug for slug, kind in DOCUMENT_TYPES.items() if kind.is_news]
# A post of today against one of long ago: 10 to 7. More, and last year's right answer would sink below noise.
_LASTING_WEIGHT, _RECENT_WEIGHT = 0.7, 0.3
_RECENT = {"scale": "90d", "decay": 0.6}
# What a document that has ended keeps of its score; whoever types its number still finds it first.
EXPIRED_SHARE = 0.4


def build(request: SearchRequest, *, wording: Wording, marks: Marks, relaxed: bool = False) -> Search:
    """Return the search for one page of results with its counts; hits carry only the registry's keys.

    wording: the text in all its spellings. marks: how it was typed; that changes the order, never which documents
    match. relaxed: one word is enough.
    On the network a post and its copies are one hit, and counted once.
    """
    search = (
        Search().query(ranked(request, wording=wording, marks=marks, relaxed=relaxed)).post_filter(_chosen(request))
    )
    search = search.sort(*_order(request)).extra(track_total_hits=MAX_HITS)
    if request.is_network:
        search = search.extra(collapse={"field": _STORY})
        search.aggs.bucket("all", "filter", filter=_chosen(request)).metric("stories", _stories())
    for facet in Facet:
        _count_values(search, request, facet)
    keys = search.source(False).extra(docvalue_fields=["entry", _STORY])
    return keys[request.offset : request.offset + request.size]


def build_count(request: SearchRequest, *, wording: Wording, marks: Marks, relaxed: bool = False) -> Search:
    """Return the search that only counts what `build` would find."""
    matching = _matching(request, wording, marks, relaxed)
    search = Search().query(Bool(filter=[matching, *_within(request), _chosen(request)]))
    search.aggs.metric("stories", _stories())
    return search.source(False).extra(track_total_hits=MAX_HITS)[0:0]


def ranked(request: SearchRequest, *, wording: Wording, marks: Marks, relaxed: bool = False) -> Query:
    """Return the query that decides what matches and in which order, without the filters a reader chose."""
    within = Bool(must=[_matching(request, wording, marks, relaxed)], filter=_within(request))
    return within if request.order is Order.NEWEST else _weighed(within, request)


def _count_values(search: Search, request: SearchRequest, facet: Facet) -> None:
    """Count a facet's values without its own choice, so that ticking a second level shows what it would add.

    Where a post and its copy have the same value they count once. Telling stories apart in every bucket trebles the
    time of a page (measured on 30,000 documents), so copies are left out instead, unless the reader's filters may keep
    a copy and drop its original. A copy whose original is gone is then missing from these counts, never from the total.
    """
    chosen = _chosen(request.without(facet))
    is_folded = request.is_network and SOURCES[facet].is_shared
    is_told_apart = is_folded and _may_part_copies(request)
    if is_folded and not is_told_apart:
        chosen = Bool(filter=[chosen], must_not=[Term("repeats", {"value": True})])
    values = search.aggs.bucket(facet.value, "filter", filter=chosen).bucket("values", _values(facet, request.today))
    if is_told_apart:
        values.metric("stories", _stories())


def _may_part_copies(request: SearchRequest) -> bool:
    """Tell whether a filter may keep a copy and drop its original: they differ in type, unit and day."""
    return bool({Facet.TYPE, Facet.UNIT} & request.filters.keys() or request.from_day or request.to_day)


def _stories() -> Any:
    # Exact to well above the pages that are shown; a number is hashed faster than a word.
    return A("cardinality", field=_STORY, precision_threshold=MAX_HITS)


def _values(facet: Facet, today: date) -> Any:
    if facet is Facet.STATE:
        return A("filters", filters={value: _in_state(state, today) for value, state in STATES.items()})
    return A("terms", field=SOURCES[facet].field, size=MAX_VALUES)


def _matching(request: SearchRequest, wording: Wording, marks: Marks, relaxed: bool) -> Query:
    words = unify_i_y(request.text)
    number = find_number(request.text)
    if not words.strip():
        return MatchAll()
    if request.exact:
        return _exact(words)
    if number:
        return _numbered(number, words)
    spelled = _of_units(wording, _spelled(wording, marks, relaxed), marks, relaxed)
    named = find_named(request.text)
    return Bool(should=[ConstantScore(filter=_named(*named), boost=100), spelled]) if named else spelled


def _within(request: SearchRequest) -> list[Query]:
    """Return what nobody's words can widen: live things, of the scope, of the days asked for."""
    within: list[Query] = [Term("deleted", {"value": False}), *_of(request.scope)]
    first, late = request.dated
    if first or late:
        bounds = {"gte": first, "lt": late}
        within.append(Range("published_at", {name: at.isoformat() for name, at in bounds.items() if at}))
    return within


def _of(scope: Scope) -> list[Query]:
    match scope:
        case UnitScope(unit_uuid):
            return [Term("unit_id", {"value": str(unit_uuid)})]
        case NetworkScope():
            return []


def _spelled(wording: Wording, marks: Marks, relaxed: bool) -> Query:
    """A document counts by the spelling it fits best; more words to fit do not weigh more."""
    enough = "1" if relaxed else "100%" if wording.is_one_thing else ENOUGH_WORDS
    queries = [
        _words(spelling, marks, enough, boost=wording.fewest_words / max(1, len(spelling.words)))
        for spelling in wording.spellings
    ]
    return queries[0] if len(queries) == 1 else DisMax(queries=queries)


def _of_units(wording: Wording, spelled: Query, marks: Marks, relaxed: bool) -> Query:
    """Let things of the units that are named match without saying the name, and rank before what only mentions it."""
    meant = wording.meant
    if meant is None:
        return spelled
    own = Terms("unit_id", [str(uuid) for uuid in meant.uuids])
    rest = Bool(must=[_spelled(meant.rest, marks, relaxed)], filter=[own], boost=_OWN_WEIGHT)
    return Bool(should=[spelled, rest], minimum_should_match=1)


def _words(spelling: Spelling, marks: Marks, enough: str, boost: float) -> Query:
    words = unify_i_y(spelling.text)
    share = _FOLDED_SHARE if marks is Marks.ALL else 1.0
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
    if marks is Marks.SOME and spelling.marked:
        # An extra of fixed size: as a score it would lose to the length of the title.
        should.append(ConstantScore(filter=_match("text.ex", unify_i_y(spelling.marked), operator="and"), boost=3))
    return Bool(must=[_match("text", words, share, minimum_should_match=enough)], should=should, boost=boost)


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


def _named(begins: str, year: int | None) -> Query:
    issued = [Term("year", {"value": str(year)})] if year else []
    return Bool(filter=[_match("doc_no.prefix", begins), *issued])


def _exact(words: str) -> Query:
    return Bool(must=[_match("text.ex", words, operator="and")], should=[_match("title.ex2", words)])


def _match(field: str, words: str, boost: float = 1.0, **options: Any) -> Query:
    return Match(field, {"query": words, "boost": boost, **options})


def _weighed(query: Query, request: SearchRequest) -> Query:
    """Recent news before old news, a document in force before one that has ended, unless its number was asked for."""
    # By day, so that the same query of the same day is the same for the node's cache.
    tomorrow = (request.today + timedelta(days=1)).isoformat()
    is_news = Terms("type", _NEWS)
    has_ended = _in_state(DocumentState.EXPIRED, request.today)
    ended = 1 if find_number(request.text) else EXPIRED_SHARE
    return FunctionScore(
        query=query,
        functions=[
            SF({"weight": 1, "filter": Bool(must_not=[is_news, has_ended])}),
            SF({"weight": ended, "filter": has_ended}),
            SF({"weight": _LASTING_WEIGHT, "filter": is_news}),
            SF("gauss", published_at={"origin": tomorrow, **_RECENT}, filter=is_news, weight=_RECENT_WEIGHT),
        ],
        score_mode="sum",
        boost_mode="multiply",
    )


def _chosen(request: SearchRequest) -> Query:
    chosen = (_one_of(facet, values, request.today) for facet, values in request.filters.items() if values)
    return Bool(filter=list(chosen))


def _one_of(facet: Facet, values: tuple[str, ...], today: date) -> Query:
    if facet is Facet.STATE:
        return Bool(should=[_in_state(STATES[value], today) for value in values], minimum_should_match=1)
    return Terms(SOURCES[facet].field, list(values))


def _in_state(state: DocumentState, today: date) -> Query:
    """Return who is in the state on the day: sites.models.legal_document.state_by_dates as a query."""
    ended, begun, partly = (Range(name, {"lte": today.isoformat()}) for name in ("until", "since", "partly_until"))
    match state:
        case DocumentState.EXPIRED:
            return ended
        case DocumentState.NOT_YET:
            return Bool(filter=[Range("since", {"gt": today.isoformat()})], must_not=[ended])
        case DocumentState.PARTLY_EXPIRED:
            return Bool(filter=[begun, partly], must_not=[ended])
        case DocumentState.IN_FORCE:
            return Bool(filter=[begun], must_not=[ended, partly])


def _order(request: SearchRequest) -> list[str]:
    newest = ["-published_at", "-entry"]
    return newest if request.order is Order.NEWEST or not request.text.strip() else ["_score", *newest]

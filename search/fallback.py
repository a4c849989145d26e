"""The same request answered by PostgreSQL over the registry, when Elasticsearch is away.

It finds, filters and counts as the index does; its order is plainer, and it cannot ask for the very marks typed.
"""

from itertools import combinations
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, Count, F, Func, Q, QuerySet, Value, When
from django.db.models.fields import CharField

from core.text.document_number import find_number
from search.facets import MAX_VALUES, SOURCES, Facet
from search.found import Found, enough_words, needs_relaxing
from search.request import MAX_HITS, Order, SearchRequest
from search.scope import UnitScope
from tenants.registry.folding import folded_words
from tenants.registry.models import Entry
from tenants.units.models import Unit

# "Enough of the words" is written out as every combination of them; eight words give at most 70.
_MAX_WORDS = 8
# Long documents repeat words: their rank is divided by the logarithm of their length.
_BY_LENGTH = Value(1)


def find(request: SearchRequest) -> Found:
    """Answer from the registry. Costs about eight queries."""
    words = folded_words(request.text)
    relaxed = False
    matching = _matching(request, words, relaxed=False)
    total = _total(matching.filter(_chosen(request)))
    if needs_relaxing(request, total):
        relaxed = True
        matching = _matching(request, words, relaxed=True)
        total = _total(matching.filter(_chosen(request)))
    page = matching.filter(_chosen(request)).order_by(*_order(request)).values_list("pk", flat=True)
    return Found(
        entries=list(page[request.offset : request.offset + request.size]),
        total=total,
        counts={facet: _counts(matching.filter(_chosen(request.without(facet))), facet) for facet in Facet},
        relaxed=relaxed,
    )


def _matching(request: SearchRequest, words: list[str], *, relaxed: bool) -> QuerySet[Entry]:
    entries = Entry.objects.live().filter(unit__in=Unit.objects.listed())
    if isinstance(request.scope, UnitScope):
        entries = entries.filter(unit__uuid=request.scope.unit_uuid)
    if not request.text.strip():
        return _ranked(entries, number=Value(0), words=Value(0), rank=Value(0))
    if not words:
        return _ranked(entries.none(), number=Value(0), words=Value(0), rank=Value(0))
    number = find_number(request.text)
    query = _query(_expression(words, relaxed, bool(number)))
    found = Q(search_vector=query)
    if number:
        found |= Q(number_key__startswith=number)
    every_word = _query(" & ".join(words))
    return _ranked(
        entries.filter(found),
        number=_number_rank(number),
        words=Case(When(search_vector=every_word, then=Value(1)), default=Value(0)),
        rank=SearchRank(F("search_vector"), query, normalization=_BY_LENGTH),
    )


def _ranked(entries: QuerySet[Entry], *, number: Any, words: Any, rank: Any) -> QuerySet[Entry]:
    """Order: the very number, then whatever has every word, then by weight."""
    return entries.annotate(has_number=number, has_words=words, rank=rank)


def _query(expression: str) -> SearchQuery:
    return SearchQuery(expression, config="simple", search_type="raw")


def _expression(words: list[str], relaxed: bool, all_words: bool) -> str:
    """Return the tsquery text: any word, all words, or every way of taking enough of them."""
    distinct = list(dict.fromkeys(words))
    if relaxed:
        return " | ".join(distinct)
    if all_words:
        return " & ".join(distinct)
    # Of a long question the longest words say most.
    kept = sorted(distinct, key=len, reverse=True)[:_MAX_WORDS]
    ways = combinations(kept, enough_words(len(kept)))
    return " | ".join(f"({' & '.join(way)})" for way in ways)


def _number_rank(number: str | None) -> Any:
    if number is None:
        return Value(0)
    return Case(
        When(number_key=number, then=Value(2)), When(number_key__startswith=number, then=Value(1)), default=Value(0)
    )


def _chosen(request: SearchRequest) -> Q:
    chosen = Q()
    for facet, values in request.filters.items():
        source = SOURCES[facet]
        if values:
            chosen &= Q(**{f"{source.column}__{'overlap' if source.is_list else 'in'}": list(values)})
    return chosen


def _total(entries: QuerySet[Entry]) -> int:
    return entries.order_by()[:MAX_HITS].count()


def _counts(entries: QuerySet[Entry], facet: Facet) -> dict[str, int]:
    source = SOURCES[facet]
    value = Func(F(source.column), function="unnest", output_field=CharField()) if source.is_list else F(source.column)
    rows = entries.values(value=value).annotate(hits=Count("pk")).order_by("-hits", "value")
    return {str(row["value"]): row["hits"] for row in rows[:MAX_VALUES] if row["value"] not in {None, ""}}


def _order(request: SearchRequest) -> list[str]:
    newest = ["-published_at", "-pk"]
    return newest if request.order is Order.NEWEST else ["-has_number", "-has_words", "-rank", *newest]

"""The same request answered by PostgreSQL over the registry, when Elasticsearch is away.

It finds, filters and counts as the index does; its order is plainer, and it cannot ask for the very marks typed. The
index on words is read once or twice and everything else is done over at most MAX_HITS short rows, so that a broad
question cannot hold the database up.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet, Value

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
# Weighing reads the whole word list of a row: only the likeliest are weighed, the rest follows by date.
_MAX_WEIGHED = 1_000
# Long documents repeat words: their weight is divided by the logarithm of their length.
_BY_LENGTH = Value(1)


@dataclass(frozen=True, slots=True)
class _Row:
    pk: int
    number_key: str
    values: Mapping[Facet, tuple[str, ...]]

    def fits(self, filters: Mapping[Facet, tuple[str, ...]]) -> bool:
        return all(not chosen or set(chosen) & set(self.values[facet]) for facet, chosen in filters.items())


def find(request: SearchRequest) -> Found:
    """Answer from the registry: what matches, newest MAX_HITS of it. Costs three queries, five when relaxed."""
    words = list(dict.fromkeys(folded_words(request.text)))
    rows = _rows(request, words, relaxed=False)
    chosen = [row for row in rows if row.fits(request.filters)]
    strict = len(chosen)
    if needs_relaxing(request, strict):
        rows = _rows(request, words, relaxed=True)
        chosen = [row for row in rows if row.fits(request.filters)]
    return Found(
        entries=_ordered(request, chosen, words)[request.offset : request.offset + request.size],
        total=len(chosen),
        counts={facet: _counts(rows, request, facet) for facet in Facet},
        relaxed=len(chosen) > strict,
    )


def _rows(request: SearchRequest, words: list[str], *, relaxed: bool) -> list[_Row]:
    """Return the matching rows of the scope before any filter, newest first."""
    if request.text.strip() and not words:
        return []
    entries = _within(request)
    if words:
        number = find_number(request.text)
        found = Q(search_vector=_query(_expression(words, relaxed, all_words=number is not None)))
        entries = entries.filter(found | Q(number_key__startswith=number) if number else found)
    columns = [SOURCES[facet].column for facet in Facet]
    newest = entries.order_by("-published_at", "-pk").values_list("pk", "number_key", *columns)[:MAX_HITS]
    return [_Row(pk, key, dict(zip(Facet, map(_texts, values), strict=True))) for pk, key, *values in newest]


def _within(request: SearchRequest) -> QuerySet[Entry]:
    entries = Entry.objects.live().filter(unit__in=Unit.objects.listed())
    return entries.filter(unit__uuid=request.scope.unit_uuid) if isinstance(request.scope, UnitScope) else entries


def _texts(value: Any) -> tuple[str, ...]:
    """Return a column's value, or values, as the form writes them."""
    if isinstance(value, list):
        return tuple(value)
    return (str(value),) if value not in {None, ""} else ()


def _query(expression: str) -> SearchQuery:
    return SearchQuery(expression, config="simple", search_type="raw")


def _expression(words: list[str], relaxed: bool, *, all_words: bool) -> str:
    """Return the tsquery text: any word, all words, or every way of taking enough of them."""
    if relaxed:
        return " | ".join(words)
    if all_words:
        return " & ".join(words)
    # Of a long question the longest words say most.
    kept = sorted(words, key=len, reverse=True)[:_MAX_WORDS]
    ways = combinations(kept, enough_words(len(kept)))
    return " | ".join(f"({' & '.join(way)})" for way in ways)


def _counts(rows: Iterable[_Row], request: SearchRequest, facet: Facet) -> dict[str, int]:
    """Count the facet's values over the rows that fit every other filter."""
    others = request.without(facet).filters
    return dict(
        Counter(value for row in rows if row.fits(others) for value in row.values[facet]).most_common(MAX_VALUES)
    )


def _ordered(request: SearchRequest, rows: list[_Row], words: list[str]) -> list[int]:
    """Return the keys in order: the very number first, then what has every word, then by weight, then the newest."""
    if request.order is Order.NEWEST or not words:
        return [row.pk for row in rows]
    number = find_number(request.text) or "-"
    keys = {row.pk: (row.number_key != number, not row.number_key.startswith(number)) for row in rows}
    # By the index alone: asked about these keys, PostgreSQL would read every row's word list.
    complete = _within(request).filter(search_vector=_query(" & ".join(words)))
    has_all = set(complete.values_list("pk", flat=True)[:MAX_HITS])
    likeliest = sorted(keys, key=lambda pk: (*keys[pk], pk not in has_all))
    weights = _weights(likeliest[:_MAX_WEIGHED], words)
    return sorted(likeliest, key=lambda pk: (*keys[pk], pk not in has_all, -weights.get(pk, 0.0)))


def _weights(keys: list[int], words: list[str]) -> dict[int, float]:
    weight = SearchRank(F("search_vector"), _query(" | ".join(words)), normalization=_BY_LENGTH)
    return dict(Entry.objects.filter(pk__in=keys).annotate(weight=weight).values_list("pk", "weight"))

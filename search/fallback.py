"""The same request answered by PostgreSQL over the registry, when Elasticsearch is away.

It finds, filters and counts as the index does; its order is plainer, and it cannot ask for the very marks typed. The
index on words is read once or twice and everything else is done over at most MAX_HITS short rows, so that a broad
question cannot hold the database up.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Greatest

from core.text.document_number import find_named, find_number
from search.facets import MAX_VALUES, SOURCES, STATES, Facet
from search.found import Found, enough_words, needs_relaxing
from search.request import MAX_HITS, Order, SearchRequest
from search.scope import UnitScope
from search.vocabulary.expansion import Spelling, Wording
from search.vocabulary.wording import wording_of
from sites.models.legal_document import state_by_dates
from tenants.registry.models import Entry
from tenants.units.models import Unit

# "Enough of the words" is written out as every combination of them; eight words give at most 70.
_MAX_WORDS = 8
# Weighing reads the whole word list of a row: only the likeliest are weighed, the rest follows by date.
_MAX_WEIGHED = 1_000
# Long documents repeat words: their weight is divided by the logarithm of their length.
_BY_LENGTH = Value(1)


# Before the facets' own columns.
_COLUMNS = ("pk", "original_id", "number_key", "legal__since", "legal__partly_until", "legal__until")
_NAMED_FACETS = [facet for facet in Facet if SOURCES[facet].column]


@dataclass(frozen=True, slots=True)
class _Row:
    """story: key that a post and its copies share, on the network. has_ended: a document no longer in force."""

    pk: int
    story: int
    number_key: str
    has_ended: bool
    values: Mapping[Facet, tuple[str, ...]]

    def fits(self, filters: Mapping[Facet, tuple[str, ...]]) -> bool:
        return all(not chosen or set(chosen) & set(self.values[facet]) for facet, chosen in filters.items())


def find(request: SearchRequest) -> Found:
    """Answer from the registry: what matches, newest MAX_HITS of it. Costs three queries, five when relaxed."""
    wording = wording_of(request)
    rows = _rows(request, wording, relaxed=False)
    chosen = [row for row in rows if row.fits(request.filters)]
    strict = total = _stories(chosen)
    if needs_relaxing(request, wording, strict):
        rows = _rows(request, wording, relaxed=True)
        chosen = [row for row in rows if row.fits(request.filters)]
        total = _stories(chosen)
    first: dict[int, _Row] = {}  # of a story: stands for it
    for row in _ordered(request, chosen, wording):
        first.setdefault(row.story, row)
    shown = list(first.values())[request.offset : request.offset + request.size]
    return Found(
        entries=[row.pk for row in shown],
        stories=[row.story for row in shown],
        total=total,
        counts={facet: _counts(rows, request, facet) for facet in Facet},
        relaxed=total > strict,
    )


def _stories(rows: Iterable[_Row]) -> int:
    return len({row.story for row in rows})


def _rows(request: SearchRequest, wording: Wording, *, relaxed: bool) -> list[_Row]:
    """Return the matching rows of the scope before any filter, newest first."""
    if request.text.strip() and not wording.words:
        return []
    entries = _within(request)
    if wording.words:
        number = find_number(request.text)
        found = _fits(wording, lambda asked: _expression(asked, relaxed, all_words=number is not None))
        entries = entries.filter(found | Q(number_key__startswith=number) if number else found | _named(request))
    columns = [SOURCES[facet].column for facet in _NAMED_FACETS]
    newest = entries.order_by("-published_at", "-pk").values_list(*_COLUMNS, *columns)[:MAX_HITS]
    return [_row(request, *values) for values in newest]


def _fits(wording: Wording, expression: Callable[[Wording], str]) -> Q:
    """Return the condition of what has the words; of things of units that are named, the rest of the question's."""
    found = Q(search_vector=_query(expression(wording)))
    if meant := wording.meant:
        found |= Q(unit__uuid__in=meant.uuids, search_vector=_query(expression(meant.rest)))
    return found


def _named(request: SearchRequest) -> Q:
    """Return the condition of the documents that the whole text calls by number; an empty one when it does not."""
    begins, year = find_named(request.text) or ("", None)
    named = Q(number_key__startswith=begins) if begins else Q()
    return named & Q(year=year) if year else named


def _row(request: SearchRequest, pk: int, original: int | None, number_key: str, *rest: Any) -> _Row:
    since, partly_until, until, *columns = rest
    values = dict(zip(_NAMED_FACETS, map(_texts, columns), strict=True))
    values[Facet.STATE] = ()
    if since:
        state = state_by_dates(day=request.today, since=since, partly_until=partly_until, until=until)
        values[Facet.STATE] = tuple(value for value, known in STATES.items() if known is state)
    has_ended = bool(until and until <= request.today)
    return _Row(pk, original or pk if request.is_network else pk, number_key, has_ended, values)


def _within(request: SearchRequest) -> QuerySet[Entry]:
    entries = Entry.objects.live().filter(unit__in=Unit.objects.listed())
    first, late = request.dated
    if first:
        entries = entries.filter(published_at__gte=first)
    if late:
        entries = entries.filter(published_at__lt=late)
    return entries.filter(unit__uuid=request.scope.unit_uuid) if isinstance(request.scope, UnitScope) else entries


def _texts(value: Any) -> tuple[str, ...]:
    """Return a column's value, or values, as the form writes them."""
    if isinstance(value, list):
        return tuple(value)
    return (str(value),) if value not in {None, ""} else ()


def _query(expression: str) -> SearchQuery:
    return SearchQuery(expression, config="simple", search_type="raw")


def _expression(wording: Wording, relaxed: bool, *, all_words: bool) -> str:
    """Return the tsquery text: any word, all words of a spelling, or every way of taking enough of its words."""
    if relaxed:
        return " | ".join(sorted(wording.words))
    if all_words or wording.is_one_thing:
        return _complete(wording)
    return " | ".join(dict.fromkeys(way for spelling in wording.spellings for way in _ways(_distinct(spelling))))


def _complete(wording: Wording) -> str:
    return " | ".join(f"({' & '.join(_distinct(spelling))})" for spelling in wording.spellings)


def _distinct(spelling: Spelling) -> list[str]:
    return list(dict.fromkeys(spelling.words))


def _ways(words: list[str]) -> Iterator[str]:
    # Of a long question the longest words say most.
    kept = sorted(words, key=len, reverse=True)[:_MAX_WORDS]
    return (f"({' & '.join(way)})" for way in combinations(kept, enough_words(len(kept))))


def _counts(rows: Iterable[_Row], request: SearchRequest, facet: Facet) -> dict[str, int]:
    """Count the facet's values over the rows that fit every other filter."""
    others = request.without(facet).filters
    told = {(value, row.story) for row in rows if row.fits(others) for value in row.values[facet]}
    return dict(Counter(value for value, _story in told).most_common(MAX_VALUES))


def _ordered(request: SearchRequest, rows: list[_Row], wording: Wording) -> list[_Row]:
    """Return the rows in order: the very number first, then what has every word, then by weight, then the newest.

    Things of a unit that is named stand before those that only mention it; a document that has ended behind all others
    that have as many words, unless its number was asked for.
    """
    if request.order is Order.NEWEST or not wording.words:
        return rows
    number = find_number(request.text)
    named = _named(request)
    is_named = set(_within(request).filter(named).values_list("pk", flat=True)[:MAX_HITS]) if named else set()
    # By the index alone: asked about these keys, PostgreSQL would read every row's word list.
    complete = _within(request).filter(_fits(wording, _complete))
    own = {str(uuid) for uuid in wording.meant.uuids} if wording.meant else set()
    has_all = set(complete.values_list("pk", flat=True)[:MAX_HITS])

    def group(row: _Row) -> tuple[bool, ...]:
        if number:
            return row.number_key != number, not row.number_key.startswith(number), row.pk not in has_all
        return row.pk not in is_named, row.pk not in has_all, own.isdisjoint(row.values[Facet.UNIT]), row.has_ended

    likeliest = sorted(rows, key=group)
    weights = _weights([row.pk for row in likeliest[:_MAX_WEIGHED]], wording)
    return sorted(likeliest, key=lambda row: (*group(row), -weights.get(row.pk, 0.0)))


def _weights(keys: list[int], wording: Wording) -> dict[int, float]:
    """Return each row's weight by the spelling it fits best, as the index weighs spellings of different lengths."""
    weights = [
        SearchRank(F("search_vector"), _query(" | ".join(_distinct(spelling))), normalization=_BY_LENGTH)
        * Value(wording.fewest_words / max(1, len(spelling.words)))
        for spelling in wording.spellings
    ]
    weight = weights[0] if len(weights) == 1 else Greatest(*weights)
    return dict(Entry.objects.filter(pk__in=keys).annotate(weight=weight).values_list("pk", "weight"))

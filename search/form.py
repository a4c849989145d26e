"""The search form's GET fields into a SearchRequest. Every state of the page has an address; nonsense is ignored."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import QueryDict

from core.text.fold import fold
from core.text.normalize import clean_text
from search.documents import DOCUMENT_TYPES
from search.facets import Facet
from search.request import MAX_HITS, MAX_TEXT, PAGE_SIZE, Order, SearchRequest
from search.scope import NetworkScope, UnitScope
from sites.presenters.paging import PAGE_FIELD, Query
from tenants.units.models import SchoolLevel, Unit

TEXT, SCOPE, ORDER, EXACT = "q", "pham-vi", "xep", "dung-chu"
NETWORK = "mang-luoi"
# More boxes than this were not ticked by a person.
_MAX_CHOICES = 30
# What a typed name of a unit stands for when there is no such unit: nothing can be of it.
_NO_UNIT = str(UUID(int=0))
_MAX_NAMESAKES = 50

_IS_VALID: dict[Facet, Callable[[str], bool]] = {
    Facet.TYPE: DOCUMENT_TYPES.__contains__,
    Facet.LEVEL: SchoolLevel.values.__contains__,
    Facet.KIND: lambda value: value.replace("-", "").isalnum() and value.isascii(),
    Facet.COMMUNE: lambda value: value.isascii() and value.isdigit() and len(value) <= 10,
    Facet.YEAR: lambda value: value.isascii() and value.isdigit() and len(value) == 4,
}


def parse(fields: QueryDict, *, unit: Unit, is_portal: bool, at: datetime) -> SearchRequest:
    """Return the request the address asks for on the unit's site.

    The portal searches the network; a unit's site its own things unless the reader chose the network. A unit to filter
    by is typed by name, with or without marks. Costs a query when one is.
    """
    is_network = is_portal or fields.get(SCOPE) == NETWORK
    return SearchRequest(
        scope=NetworkScope() if is_network else UnitScope(unit.uuid),
        text=cleaned(fields.get(TEXT, "")),
        at=at,
        filters=_filters(fields),
        order=Order.NEWEST if fields.get(ORDER) == Order.NEWEST else Order.RELEVANCE,
        page=_page(fields.get(PAGE_FIELD, "")),
        exact=fields.get(EXACT) == "1",
    )


def cleaned(typed: str) -> str:
    """Return the question as it is asked: clean NFC in one line, cut to MAX_TEXT characters."""
    return " ".join(clean_text(typed).split())[:MAX_TEXT]


def address(fields: QueryDict) -> Query:
    """Return the form's own fields, for links that change one of them."""
    return Query.of(fields, (TEXT, SCOPE, ORDER, EXACT, *Facet, PAGE_FIELD))


def without_filters(query: Query) -> Query:
    """Return the same words, scope and order with no filter, on the first page."""
    return Query(tuple((name, value) for name, value in query.fields if name in {TEXT, SCOPE, ORDER, EXACT}))


def _filters(fields: QueryDict) -> dict[Facet, tuple[str, ...]]:
    filters: dict[Facet, tuple[str, ...]] = {}
    for facet, is_valid in _IS_VALID.items():
        values = tuple(value for value in dict.fromkeys(fields.getlist(facet)[:_MAX_CHOICES]) if is_valid(value))
        if values:
            filters[facet] = values
    if name := fields.get(Facet.UNIT, "").strip():
        filters[Facet.UNIT] = _units_named(name)
    return filters


def _units_named(name: str) -> tuple[str, ...]:
    folded = " ".join(fold(clean_text(name)).split())
    units = Unit.objects.listed().filter(folded__contains=folded).order_by("sort_key")
    return tuple(str(uuid) for uuid in units.values_list("uuid", flat=True)[:_MAX_NAMESAKES]) or (_NO_UNIT,)


def _page(value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        return 1
    return min(max(int(value[:6]), 1), MAX_HITS // PAGE_SIZE)

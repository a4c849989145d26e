"""The search form's GET fields into a SearchRequest. Every state of the page has an address.

What a person mistyped is left out and told in a sentence (`problems`); what no person typed is only left out.
"""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from core.frontend.formats import number
from core.text.fold import fold
from core.text.normalize import clean_text
from search.documents import DOCUMENT_TYPES
from search.facets import STATES, Facet
from search.request import MAX_HITS, MAX_TEXT, PAGE_SIZE, Order, SearchRequest
from search.scope import NetworkScope, UnitScope
from sites.legal.words import KIND_NAMES, SUBJECT_NAMES
from sites.presenters.paging import PAGE_FIELD, Query
from tenants.units.models import SchoolLevel, Unit

TEXT, SCOPE, ORDER, EXACT = "q", "pham-vi", "xep", "dung-chu"
FROM, TO = "tu", "den"
NETWORK = "mang-luoi"
LAST_PAGE = MAX_HITS // PAGE_SIZE
# More boxes than this were not ticked by a person.
_MAX_CHOICES = 30
# What a typed name of a unit stands for when there is no such unit: nothing can be of it.
_NO_UNIT = str(UUID(int=0))
_MAX_NAMESAKES = 50
_LONGEST_ISSUER = 150
_YEARS = range(1900, 2201)

_IS_VALID: dict[Facet, Callable[[str], bool]] = {
    Facet.TYPE: DOCUMENT_TYPES.__contains__,
    Facet.LEVEL: SchoolLevel.values.__contains__,
    Facet.KIND: lambda value: value.replace("-", "").isalnum() and value.isascii(),
    Facet.COMMUNE: lambda value: value.isascii() and value.isdigit() and len(value) <= 10,
    Facet.YEAR: lambda value: value.isascii() and value.isdigit() and len(value) == 4,
    Facet.DOCUMENT_KIND: KIND_NAMES.__contains__,
    Facet.ISSUER: lambda value: len(value) <= _LONGEST_ISSUER,
    Facet.SUBJECT: SUBJECT_NAMES.__contains__,
    Facet.STATE: STATES.__contains__,
}


def parse(fields: QueryDict, *, unit: Unit, is_portal: bool, at: datetime) -> SearchRequest:
    """Return the request the address asks for on the unit's site.

    The portal searches the network; a unit's site its own things unless the reader chose the network. A unit to filter
    by is typed by name, with or without marks. Costs a query when one is.
    """
    is_network = is_portal or fields.get(SCOPE) == NETWORK
    first, last = _days(fields)
    return SearchRequest(
        scope=NetworkScope() if is_network else UnitScope(unit.uuid),
        text=cleaned(fields.get(TEXT, "")),
        at=at,
        filters=_filters(fields),
        from_day=first,
        to_day=last,
        order=Order.NEWEST if fields.get(ORDER) == Order.NEWEST else Order.RELEVANCE,
        page=_page(fields.get(PAGE_FIELD, "")),
        exact=fields.get(EXACT) == "1",
    )


def cleaned(typed: str) -> str:
    """Return the question as it is asked: clean NFC in one line, cut to MAX_TEXT characters."""
    return _in_one_line(typed)[:MAX_TEXT]


def problems(fields: QueryDict) -> tuple[str, ...]:
    """Return a sentence for each thing a person typed that the request leaves out."""
    found = []
    if len(_in_one_line(fields.get(TEXT, ""))) > MAX_TEXT:
        found.append(_("Câu hỏi dài quá %(most)d ký tự nên chúng tôi chỉ tìm phần đầu.") % {"most": MAX_TEXT})
    typed = [fields.get(name, "").strip()[:20] for name in (FROM, TO)]
    for text in typed:
        if text and _day(text) is None:
            sentence = _("Ngày “%(text)s” không đọc được nên không được lọc. Bạn ghi như 24/11/2026.")
            found.append(sentence % {"text": text})
    if _is_backwards(*map(_day, typed)):
        found.append(_("“Từ ngày” đứng sau “đến ngày” nên không lọc theo ngày. Bạn đổi lại hai ngày này."))
    page = fields.get(PAGE_FIELD, "")
    if page.isascii() and page.isdigit() and int(page[:10]) > LAST_PAGE:
        sentence = _("Mỗi lần tìm chỉ xem được %(most)s kết quả đầu. Bạn thêm từ hoặc bộ lọc để có ít kết quả hơn.")
        found.append(sentence % {"most": number(MAX_HITS)})
    return tuple(found)


def address(fields: QueryDict) -> Query:
    """Return the form's own fields, for links that change one of them."""
    return Query.of(fields, (TEXT, SCOPE, ORDER, EXACT, *Facet, FROM, TO, PAGE_FIELD))


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
    page = int(value[:10])
    return page if 1 <= page <= LAST_PAGE else 1


def _in_one_line(typed: str) -> str:
    return " ".join(clean_text(typed).split())


def _days(fields: QueryDict) -> tuple[date | None, date | None]:
    first, last = _day(fields.get(FROM, "")), _day(fields.get(TO, ""))
    return (None, None) if _is_backwards(first, last) else (first, last)


def _is_backwards(first: date | None, last: date | None) -> bool:
    return bool(first and last and first > last)


def _day(text: str) -> date | None:
    """Return the day as a date field sends it (2026-11-24) or as people write it (24/11/2026)."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
        return day if day.year in _YEARS else None
    return None

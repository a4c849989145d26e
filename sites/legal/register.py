"""The document register as readers ask it: a unit's own documents and the Sở's beside them, from the shared registry.

A document of the Sở is one item wherever it is listed: its address is the portal's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from core.text.document_number import number_key
from core.text.fold import fold
from sites.models import LegalDocumentPage
from sites.models.legal_document import DocumentState, state_by_dates
from tenants.registry.folding import folded_words
from tenants.registry.models import LegalEntry
from tenants.units.models import Unit

LONGEST_TEXT = 200
_MOST_WORDS = 16


class Owner(StrEnum):
    """Whose documents; both when none is asked for."""

    OWN = "don-vi"
    DEPARTMENT = "so"


class Order(StrEnum):
    NEWEST = ""
    OLDEST = "cu-nhat"
    NUMBER = "so"
    IN_FORCE = "hieu-luc"


_ORDERS: Mapping[Order, tuple[str, ...]] = {
    Order.NEWEST: ("-issued_date", "-entry"),
    Order.OLDEST: ("issued_date", "entry"),
    Order.NUMBER: ("figure", "number", "-issued_date", "entry"),
    Order.IN_FORCE: ("-since", "-entry"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks for; empty fields ask nothing. states: None shows everything that has not ended.

    words: the dictionary of exact matches, column of LegalEntry → value.
    """

    text: str = ""
    exact: tuple[tuple[str, str], ...] = ()
    signer: str = ""
    issued: tuple[date | None, date | None] = (None, None)
    since: tuple[date | None, date | None] = (None, None)
    states: frozenset[DocumentState] | None = None
    owner: Owner | None = None
    order: Order = Order.NEWEST


def listed_department(unit: Unit) -> Unit | None:
    """Return the Sở, when readers may see it and it is another unit than this one. One query."""
    return Unit.objects.listed().filter(site__is_portal=True).exclude(pk=unit.pk).first()


def documents_of(*, unit: Unit, department: Unit | None, owner: Owner | None, locale: str) -> QuerySet[LegalEntry]:
    """Return the documents of a unit, of the Sở, or of both."""
    units = {Owner.OWN: [unit], Owner.DEPARTMENT: [department] if department else []}
    chosen = units[owner] if owner else [unit for both in units.values() for unit in both]
    return LegalEntry.objects.filter(unit__in=chosen, locale=locale)


def asked(documents: QuerySet[LegalEntry], question: Question, *, today: date) -> QuerySet[LegalEntry]:
    """Narrow and sort documents as a reader asked; their entries are joined, with title and path alone."""
    bounds = {
        "issued_date__gte": question.issued[0],
        "issued_date__lte": question.issued[1],
        "since__gte": question.since[0],
        "since__lte": question.since[1],
        "folded_signer__contains": fold(question.signer),
    }
    narrowed = documents.filter(**{name: value for name, value in bounds.items() if value}, **dict(question.exact))
    narrowed = narrowed.filter(_in_states(question.states, today))
    if question.text:
        narrowed = narrowed.filter(_matches(question.text))
    entries = narrowed.select_related("entry").order_by(*_ORDERS[question.order])
    return entries.only(*(field.name for field in LegalEntry._meta.fields), "entry__title", "entry__path")


def state_of(document: LegalEntry, today: date) -> DocumentState:
    """Return the state of a listed document."""
    return state_by_dates(day=today, since=document.since, partly_until=document.partly_until, until=document.until)


def _in_states(states: frozenset[DocumentState] | None, today: date) -> Q:
    lasting = Q(until=None) | Q(until__gt=today)
    if states is None:
        return lasting
    partly = Q(partly_until__lte=today)
    started = lasting & Q(since__lte=today)
    conditions = {
        DocumentState.EXPIRED: Q(until__lte=today),
        DocumentState.NOT_YET: lasting & Q(since__gt=today),
        DocumentState.PARTLY_EXPIRED: started & partly,
        DocumentState.IN_FORCE: started & (Q(partly_until=None) | Q(partly_until__gt=today)),
    }
    found = Q()
    for state in states:
        found |= conditions[state]
    return found


def _matches(text: str) -> Q:
    """Match the number however it is written, and the words with or without marks (the registry keeps them folded)."""
    words = list(dict.fromkeys(folded_words(text)))[:_MOST_WORDS]
    found = Q(pk=None)
    if words:
        expression = " & ".join([*words[:-1], f"{words[-1]}:*"])
        found |= Q(entry__search_vector=SearchQuery(expression, config="simple", search_type="raw"))
    if key := number_key(text):
        found |= Q(entry__number_key__startswith=key)
    return found & Q(entry__object_type=LegalDocumentPage.registry_type)

"""What is offered while somebody types: documents by number, units, frequent questions, titles."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from search import form
from search.named_units import home_of, note_of
from search.scope import NetworkScope, Scope, UnitScope
from search.suggest.frequent import frequent_queries
from search.suggest.numbers import begun_number, numbered
from search.suggest.suggestion import LEAST_CHARACTERS, MOST, MOST_CHARACTERS, Group, Suggestion, first_of
from search.suggest.titles import titled
from search.suggest.unit_names import NamedUnit, UnitNames, unit_names
from search.vocabulary.current import current_vocabulary
from search.vocabulary.expansion import expand
from tenants.registry.folding import folded_words
from tenants.registry.models import Entry
from tenants.units.models import Unit

_MOST_UNITS, _MOST_UNITS_AT_FIRST, _MOST_QUESTIONS = 5, 3, 2
# With so few letters a name is not meant yet.
_FIRST_CHARACTERS = 4


@dataclass(frozen=True, slots=True)
class Typed:
    """text: clean, as typed so far. unit: on whose site. scope: whose things may be offered, units apart."""

    text: str
    scope: Scope
    unit: Unit
    is_portal: bool


def suggest(typed: Typed) -> tuple[Group, ...]:
    """Return at most MOST suggestions in groups, nothing for what is too short or too long to mean something.

    Units of the whole network are offered everywhere, the asking one first. Costs one request to Elasticsearch and two
    queries, three for the beginning of a number.
    """
    if not LEAST_CHARACTERS <= len(typed.text) <= MOST_CHARACTERS:
        return ()
    return first_of(_groups(typed))


def _groups(typed: Typed) -> Iterator[tuple[str, list[Suggestion]]]:
    names = unit_names()
    entries = _within(typed.scope)
    begun = begun_number(typed.text)
    if begun:
        documents = _documents(entries, begun, typed, names)
        yield _("Văn bản"), documents
        if documents:
            return
    yield _("Đơn vị"), _units(typed, names)
    yield _("Nhiều người tìm"), _questions(typed)
    yield _("Nội dung"), _titles(typed, entries, names)


def _within(scope: Scope) -> QuerySet[Entry]:
    """Return what readers of the scope may see: the last word on every suggestion."""
    entries = Entry.objects.live().filter(unit__in=Unit.objects.listed())
    match scope:
        case UnitScope(unit_uuid):
            return entries.filter(unit__uuid=unit_uuid)
        case NetworkScope():
            return entries


def _units(typed: Typed, names: UnitNames) -> list[Suggestion]:
    limit = _MOST_UNITS if len(typed.text) >= _FIRST_CHARACTERS else _MOST_UNITS_AT_FIRST
    last = folded_words(typed.text)[-1:]
    found: dict[int, tuple[NamedUnit, str]] = {}
    for text in dict.fromkeys([typed.text, *(one.text for one in expand(typed.text, current_vocabulary()).spellings)]):
        is_begun = folded_words(text)[-1:] == last
        for unit, former in names.find(text, first=typed.unit.pk, limit=limit, is_begun=is_begun):
            found.setdefault(unit.pk, (unit, former))
    return [Suggestion(unit.name, home_of(unit), note_of(unit, former)) for unit, former in found.values()][:limit]


def _questions(typed: Typed) -> list[Suggestion]:
    unit = typed.unit.pk if isinstance(typed.scope, UnitScope) else None
    wide = {form.SCOPE: form.NETWORK} if unit is None and not typed.is_portal else {}
    questions = frequent_queries(typed.text, unit=unit, limit=_MOST_QUESTIONS)
    return [Suggestion(text, f"{reverse('search')}?{urlencode({form.TEXT: text} | wide)}") for text in questions]


def _titles(typed: Typed, entries: QuerySet[Entry], names: UnitNames) -> list[Suggestion]:
    """Return titles, one for a post and its copy: the first of them, which is the unit's own on its site."""
    keys = titled(entries, typed.text, scope=typed.scope)
    found = entries.only("title", "path", "unit_id").in_bulk(keys)
    by_title: dict[str, Entry] = {}
    for entry in (found[key] for key in keys if key in found):
        by_title.setdefault(entry.title, entry)
    return [
        Suggestion(entry.title, _address(entry, typed, names), _source(entry, typed, names))
        for entry in list(by_title.values())[:MOST]
    ]


def _documents(entries: QuerySet[Entry], begun: str, typed: Typed, names: UnitNames) -> list[Suggestion]:
    return [
        Suggestion(number, _address(entry, typed, names), entry.title)
        for number, entry in numbered(entries.only("title", "path", "unit_id"), begun)
    ]


def _address(entry: Entry, typed: Typed, names: UnitNames) -> str:
    unit = names.units.get(entry.unit_id)
    return unit.address(entry.path) if unit and unit.host and entry.unit_id != typed.unit.pk else entry.path


def _source(entry: Entry, typed: Typed, names: UnitNames) -> str:
    unit = names.units.get(entry.unit_id)
    return unit.name if unit and entry.unit_id != typed.unit.pk else ""

"""The names of all units in memory: a few thousand short strings, so that a keystroke costs the database nothing."""

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from tenants.registry.folding import folded_words
from tenants.units.address import address_on
from tenants.units.hosts import host_cache
from tenants.units.models import Domain, Unit, UnitName

# Words that open names and tell no unit from another; what follows them is what people type.
_OPENERS = frozenset(
    {"truong", "tieu", "hoc", "trung", "co", "so", "pho", "thong", "mam", "non", "mau", "giao", "phong", "tam"}
    | {"th", "thcs", "thpt", "mn", "mg", "ptdtnt", "ptdtbt", "gdtx", "gdnn", "duc", "va", "dao", "tao", "gddt"}
    | {"ubnd", "uy", "ban", "nhan", "dan", "xa", "phuong"}
)
# "tr" fits every school: so many are ranked, the rest is no better.
_MOST_RANKED = 400
# A name that more units share, or of a single word (Hoa, Bình), does not tell which one is meant.
MOST_MEANT, _FEWEST_OWN_WORDS = 3, 2


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit as it is offered. host: of its site, "" when it has none. place: its commune's name, or ""."""

    pk: int
    uuid: UUID
    name: str
    slug: str
    place: str
    host: str

    def address(self, path: str) -> str:
        """Return the address of a path on the unit's own site."""
        return address_on(self.host, path)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name a unit has or had. text: folded, a space at both ends. proper: where the name's own words begin."""

    unit: NamedUnit
    former: str
    text: str
    proper: int

    @property
    def own(self) -> str:
        return self.text[self.proper :]


class UnitNames:
    """What the register said at one moment. Never changed after it is made, so threads may share it."""

    def __init__(self, units: Mapping[int, NamedUnit], names: Iterable[tuple[NamedUnit, str]]) -> None:
        """units: all listed ones by key. names: what leads to which unit, in the order of the alphabet."""
        self.units = units
        self._names: list[_Name] = []
        places: dict[str, set[int]] = defaultdict(set)
        for unit, name in names:
            words = folded_words(name)
            for word in {*words, *folded_words(unit.place)}:
                places[word].add(len(self._names))
            former = "" if name == unit.name else name
            self._names.append(_Name(unit, former, f" {' '.join(words)} ", _proper(words)))
        self._places = dict(places)
        self._words = sorted(places)

    def find(self, text: str, *, first: int, limit: int, is_begun: bool = True) -> list[tuple[NamedUnit, str]]:
        """Return units one of whose names has every word of the text, the last one perhaps only begun.

        is_begun: False for a last word that nobody types: TH for "tiểu học" does not begin "thông".
        first: key of the unit that goes before the others. Each comes with the former name that was meant, or "".
        """
        words = folded_words(text)
        if not words:
            return []
        found = [self._names[place] for place in sorted(self._having(words, is_begun))]
        if len(found) > _MOST_RANKED:
            found = [name for name in found if name.unit.pk == first] + found[:_MOST_RANKED]
        typed = " ".join(words)
        ranked = sorted(found, key=lambda name: (name.unit.pk != first, _distance(name, typed), len(name.text)))
        best: dict[int, tuple[NamedUnit, str]] = {}
        for name in ranked:
            best.setdefault(name.unit.pk, (name.unit, name.former))
        return list(best.values())[:limit]

    def named_in(self, words: list[str], spelled: frozenset[str]) -> tuple[list[tuple[NamedUnit, str]], slice]:
        """Return the units a question calls by name, each with the former name that was meant or "", and which words.

        words: folded, as typed. spelled: those of all spellings. A name counts when all its own words stand there side
        by side; of several the one with most words ("thpt" before "an bình" tells the schools of that name apart).
        None when more than MOST_MEANT fit.
        """
        typed = f" {' '.join(words)} "
        fitting = [name for name in self._names if name.own in typed and name.own.count(" ") > _FEWEST_OWN_WORDS]
        weights = [(name.own.count(" "), len(spelled & set(name.text.split()))) for name in fitting]
        best = max(weights, default=None)
        meant: dict[int, tuple[NamedUnit, str]] = {}
        for name, weight in zip(fitting, weights, strict=True):
            if weight == best:
                meant.setdefault(name.unit.pk, (name.unit, name.former))
        if not 0 < len(meant) <= MOST_MEANT:
            return [], slice(0, 0)
        own = next(name.own for name, weight in zip(fitting, weights, strict=True) if weight == best)
        return list(meant.values()), _span(words, own)

    def _having(self, words: list[str], is_begun: bool) -> set[int]:
        *whole, begun = words
        places: set[int] = set()
        for word in self._beginning(begun) if is_begun else [begun]:
            places |= self._places.get(word, set())
        for word in whole:
            places &= self._places.get(word, set())
        return places

    def _beginning(self, begun: str) -> Iterator[str]:
        for word in self._words[bisect_left(self._words, begun) :]:
            if not word.startswith(begun):
                return
            yield word


def _proper(words: list[str]) -> int:
    """Return where the first word stands that is no opener, in a text with a space before each word."""
    start = 0
    for word in words:
        if word not in _OPENERS:
            return start
        start += len(word) + 1
    return 0


def _span(words: list[str], own: str) -> slice:
    """Return where a name stands among the words, the openers before it included."""
    length = len(own.split())
    first = next(place for place in range(len(words)) if words[place : place + length] == own.split())
    last = first + length
    while first and words[first - 1] in _OPENERS:
        first -= 1
    return slice(first, last)


def _distance(name: _Name, typed: str) -> int:
    """Return 0 for a name whose own words begin as typed, 1 for the whole name, 2 for words side by side, else 3."""
    if name.text.startswith(f" {typed}", name.proper):
        return 0
    if name.text.startswith(f" {typed}"):
        return 1
    return 2 if f" {typed}" in name.text else 3


class _Kept:
    """The names of this process, read anew when the register has changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._version = -1
        self._names = UnitNames({}, ())

    def names(self) -> UnitNames:
        version = host_cache.version
        if version != self._version or not self._names.units:
            with self._lock:
                if version != self._version or not self._names.units:
                    self._names, self._version = _read(), version
        return self._names

    def forget(self) -> None:
        self._version = -1


kept = _Kept()


def unit_names() -> UnitNames:
    """Return the names, at most a second behind the register. Costs three queries after a change of the register."""
    return kept.names()


def _read() -> UnitNames:
    hosts = dict(Domain.objects.filter(is_primary=True).values_list("tenant__unit", "domain"))
    listed = {unit.pk: unit for unit in Unit.objects.listed().select_related("commune").order_by("sort_key")}
    units = {pk: _named(unit, hosts.get(pk, "")) for pk, unit in listed.items()}
    names = {pk: {unit.name: None} for pk, unit in listed.items()}
    for pk, name in UnitName.objects.filter(unit__in=listed).values_list("unit", "name"):
        names[pk][name] = None
    # What a closed school was called leads to the school that took over from it.
    heirs = {pk: units.get(unit.successor_id or pk, units[pk]) for pk, unit in listed.items()}
    return UnitNames(units, ((heirs[pk], name) for pk in listed for name in names[pk]))


def _named(unit: Unit, host: str) -> NamedUnit:
    place = unit.commune.full_name if unit.commune else ""
    return NamedUnit(pk=unit.pk, uuid=unit.uuid, name=unit.name, slug=unit.slug, place=place, host=host)

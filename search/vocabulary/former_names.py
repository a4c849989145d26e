"""Former names of units, from the register: who types the old one also finds what the successor published."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import F

from search.vocabulary.book import Form, Meaning
from tenants.registry.folding import folded_text
from tenants.units.models import Unit, UnitName
from tenants.units.statuses import UnitStatus

# A name that so many units had says nothing about one of them.
_MOST_SUCCESSORS = 2
# "Trường" before a school's name is left out by most readers, and often by writers.
_SCHOOL = "trường "
# Shorter than this without "trường", a name is a common word or two.
_FEWEST_WORDS = 3


def former_names() -> list[Meaning]:
    """Return the dated names of the register that no unit bears today, each with the names that took their place.

    A unit's own former name stands for the new one and the reverse; a closed unit's name leads to its successor's only.
    Costs two queries, three when there is a former name at all.
    """
    renamed = _renamed()
    succeeded = _succeeded()
    if not renamed and not succeeded:
        return []
    borne = {_key(name) for name in Unit.objects.exclude(status=UnitStatus.CLOSED).values_list("name", flat=True)}
    return [*_meanings(renamed, borne, is_strong=True), *_meanings(succeeded, borne, is_strong=False)]


def _renamed() -> dict[str, list[str]]:
    rows = UnitName.objects.exclude(valid_until=None).exclude(name=F("unit__name")).order_by("pk")
    return _by_old_name(rows.exclude(unit__status=UnitStatus.CLOSED).values_list("name", "unit__name"))


def _succeeded() -> dict[str, list[str]]:
    """Return every name of closed units with the name of the unit at the end of the row of successors."""
    closed = {
        unit.pk: unit
        for unit in Unit.objects.filter(status=UnitStatus.CLOSED).exclude(successor=None).select_related("successor")
    }
    ends = {pk: _end(unit, closed) for pk, unit in closed.items()}
    rows = (
        UnitName.objects.filter(unit__in=list(closed)).order_by("pk").values_list("name", "unit_id") if closed else ()
    )
    return _by_old_name((name, end.name) for name, pk in rows if (end := ends[pk]) is not None)


def _end(unit: Unit, closed: Mapping[int, Unit]) -> Unit | None:
    seen: set[int] = set()
    while unit.pk in closed and unit.pk not in seen:
        seen.add(unit.pk)
        successor = closed[unit.pk].successor
        if successor is None:
            return None
        unit = successor
    return None if unit.pk in seen else unit


def _by_old_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for old, new in pairs:
        if new not in found[old]:
            found[old].append(new)
    return found


def _meanings(names: Mapping[str, list[str]], borne: set[str], *, is_strong: bool) -> list[Meaning]:
    meanings = []
    for old, new in names.items():
        is_told_apart = len(new) <= _MOST_SUCCESSORS and len(folded_text(_core(old)).split()) >= _FEWEST_WORDS
        if is_told_apart and _key(old) not in borne:
            key, found = Form(_core(old)), tuple(Form(_core(name)) for name in new)
            is_pair = is_strong and len(new) == 1
            meanings.append(Meaning((*found, key) if is_pair else (key,), () if is_pair else found, is_name=True))
    return meanings


def _core(name: str) -> str:
    return name[len(_SCHOOL) :] if name.lower().startswith(_SCHOOL) else name


def _key(name: str) -> str:
    return folded_text(_core(name))

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from core.identity.models import Identity
from core.slugs import slugify_title
from core.text.fold import fold
from core.text.sort_key import sort_key
from tenants.units.hosts import raise_register_version
from tenants.units.models import Commune, Kind, Unit, UnitName, UnitParent
from tenants.units.models.dated import Relation
from tenants.units.models.trace import UnitTrace, UnitVerb

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What the register knows of a unit. code: permanent key of lists. Empty texts mean not known."""

    code: str
    kind: Kind
    name: str
    short_name: str = ""
    commune: Commune | None = None
    levels: list[str] = field(default_factory=list)
    address: str = ""
    phone: str = ""
    email: str = ""
    responsible_person: str = ""
    administrative_parent: Unit | None = None
    professional_parent: Unit | None = None


def register_unit(*, facts: UnitFacts, by: Identity | None, at: datetime) -> Unit:
    """Enter a unit with its name and parents, open from the day of `at`. by: None for a command. About 8 queries."""
    return register_units(facts=[facts], by=by, at=at)[0]


@transaction.atomic
def register_units(*, facts: Sequence[UnitFacts], by: Identity | None, at: datetime) -> list[Unit]:
    """Enter many units, whole or not at all, in their order. Parents must be in the register already.

    About 8 queries for every thousand. Raise IntegrityError for a code that is taken.
    """
    slugs = Slugs(facts)
    day = timezone.localdate(at)
    units = []
    for one in facts:
        unit = Unit(code=one.code, slug=slugs.take(one.name, one.code), opened_date=day)
        set_facts(unit, one)
        units.append(unit)
    Unit.objects.bulk_create(units, batch_size=BATCH)
    UnitName.objects.bulk_create([name_row(unit, at=at) for unit in units], batch_size=BATCH)
    UnitParent.objects.bulk_create(
        [
            UnitParent(unit=unit, parent=parent, relation=relation, valid_from=day)
            for unit, one in zip(units, facts, strict=True)
            for relation, parent in parents_of(one).items()
        ],
        batch_size=BATCH,
    )
    UnitTrace.objects.bulk_create(
        [UnitTrace(unit=unit, verb=UnitVerb.CREATED, by=by, at=at, about=unit.name) for unit in units],
        batch_size=BATCH,
    )
    raise_register_version()
    return units


def set_facts(unit: Unit, facts: UnitFacts) -> None:
    """Write the facts into the unit's columns; the caller saves."""
    unit.kind, unit.name, unit.short_name = facts.kind, facts.name, facts.short_name
    unit.sort_key, unit.folded = sort_key(facts.name), fold(facts.name)
    unit.commune, unit.levels = facts.commune, list(facts.levels)
    unit.address, unit.phone, unit.email = facts.address, facts.phone, facts.email
    unit.responsible_person = facts.responsible_person
    unit.administrative_parent = facts.administrative_parent


def name_row(unit: Unit, *, at: datetime) -> UnitName:
    """Return the open row of the unit's present name."""
    return UnitName(
        unit=unit,
        name=unit.name,
        short_name=unit.short_name,
        slug=unit.slug,
        folded=unit.folded,
        valid_from=timezone.localdate(at),
    )


def parents_of(facts: UnitFacts) -> dict[str, Unit]:
    """Return the parents that are known, by relation."""
    known = {
        Relation.ADMINISTRATIVE: facts.administrative_parent,
        Relation.PROFESSIONAL: facts.professional_parent,
    }
    return {str(relation): parent for relation, parent in known.items() if parent is not None}


class Slugs:
    """Addresses for the directory: the name's, with the code behind it when another unit has that already."""

    def __init__(self, facts: Iterable[UnitFacts]) -> None:
        """Read what is taken of the addresses these facts could want. One query."""
        wanted = {slug for one in facts for slug in _slugs_for(one.name, one.code)}
        self._taken = set(Unit.objects.filter(slug__in=wanted).values_list("slug", flat=True))

    def take(self, name: str, code: str) -> str:
        """Return a free address and count it as taken; the code's is the last resort, since codes are unique."""
        slug = next((slug for slug in _slugs_for(name, code) if slug not in self._taken), code.lower())
        self._taken.add(slug)
        return slug


def _slugs_for(name: str, code: str) -> tuple[str, str]:
    plain = slugify_title(name, length=60) or slugify_title(code)
    return plain, f"{plain}-{slugify_title(code)}"[:80]

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from core.identity.models import Identity
from core.slugs import slugify_title
from core.text.fold import fold
from core.text.sort_key import sort_key
from tenants.units.hosts import raise_register_version
from tenants.units.models import Commune, Kind, Unit, UnitName, UnitParent
from tenants.units.models.dated import Relation
from tenants.units.models.trace import UnitTrace, UnitVerb


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


@transaction.atomic
def register_unit(*, facts: UnitFacts, by: Identity | None, at: datetime) -> Unit:
    """Enter a unit with its name and parents, open from the day of `at`. by: None for a command. About 8 queries."""
    unit = Unit(code=facts.code, slug=free_slug(facts.name, facts.code), opened_date=at.date())
    set_facts(unit, facts)
    unit.save()
    UnitName.objects.create(
        unit=unit,
        name=unit.name,
        short_name=unit.short_name,
        slug=unit.slug,
        folded=unit.folded,
        valid_from=at.date(),
    )
    for relation, parent in parents_of(facts).items():
        UnitParent.objects.create(unit=unit, parent=parent, relation=relation, valid_from=at.date())
    UnitTrace.objects.create(unit=unit, verb=UnitVerb.CREATED, by=by, at=at, about=unit.name)
    raise_register_version()
    return unit


def set_facts(unit: Unit, facts: UnitFacts) -> None:
    """Write the facts into the unit's columns; the caller saves."""
    unit.kind, unit.name, unit.short_name = facts.kind, facts.name, facts.short_name
    unit.sort_key, unit.folded = sort_key(facts.name), fold(facts.name)
    unit.commune, unit.levels = facts.commune, list(facts.levels)
    unit.address, unit.phone, unit.email = facts.address, facts.phone, facts.email
    unit.responsible_person = facts.responsible_person
    unit.administrative_parent = facts.administrative_parent


def parents_of(facts: UnitFacts) -> dict[str, Unit]:
    """Return the parents that are known, by relation."""
    known = {
        Relation.ADMINISTRATIVE: facts.administrative_parent,
        Relation.PROFESSIONAL: facts.professional_parent,
    }
    return {str(relation): parent for relation, parent in known.items() if parent is not None}


def free_slug(name: str, code: str) -> str:
    """Return an address for the directory: the name's, with the code behind it when another unit has that already."""
    slug = slugify_title(name, length=60) or slugify_title(code)
    return f"{slug}-{slugify_title(code)}"[:80] if Unit.objects.filter(slug=slug).exists() else slug

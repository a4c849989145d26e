from datetime import datetime

from django.db import transaction

from core.identity.models import Identity
from tenants.registry.actions.record_unit_changed import record_unit_changed
from tenants.units.actions.register_unit import UnitFacts, free_slug, parents_of, set_facts
from tenants.units.hosts import raise_register_version
from tenants.units.models import Unit, UnitName, UnitParent
from tenants.units.models.trace import UnitTrace, UnitVerb


@transaction.atomic
def change_unit(*, unit: Unit, facts: UnitFacts, by: Identity | None, at: datetime) -> bool:
    """Bring a unit to these facts; return whether anything changed. A new name or parent ends the old one's row.

    What the unit published before keeps the name of its day; lists and search show the new one from now on.
    """
    unit = Unit.objects.select_for_update(of=("self",)).select_related("kind", "commune").get(pk=unit.pk)
    before = _compared(unit)
    old_name = unit.name
    set_facts(unit, facts)
    parents_changed = _follow_parents(unit, facts, at=at)
    if _compared(unit) == before and not parents_changed:
        return False
    if unit.name != old_name:
        _rename(unit, at=at)
    unit.save()
    verb = UnitVerb.RENAMED if unit.name != old_name else UnitVerb.CHANGED
    about = f"{old_name} → {unit.name}" if unit.name != old_name else ""
    UnitTrace.objects.create(unit=unit, verb=verb, by=by, at=at, about=about[:500])
    record_unit_changed(unit=unit, at=at)
    raise_register_version()
    return True


def _rename(unit: Unit, *, at: datetime) -> None:
    day = at.date()
    unit.slug = free_slug(unit.name, unit.code)
    unit.names.filter(valid_until=None).update(valid_until=day)
    UnitName.objects.create(
        unit=unit, name=unit.name, short_name=unit.short_name, slug=unit.slug, folded=unit.folded, valid_from=day
    )


def _follow_parents(unit: Unit, facts: UnitFacts, *, at: datetime) -> bool:
    """End and open parent rows as the facts ask; a relation the facts leave open stays as it is."""
    changed = False
    current = {row.relation: row for row in unit.parents.filter(valid_until=None)}
    for relation, parent in parents_of(facts).items():
        row = current.get(relation)
        if row is not None and row.parent_id == parent.pk:
            continue
        if row is not None:
            row.valid_until = at.date()
            row.save(update_fields=["valid_until"])
        UnitParent.objects.create(unit=unit, parent=parent, relation=relation, valid_from=at.date())
        changed = True
    return changed


def _compared(unit: Unit) -> tuple[object, ...]:
    return (
        unit.kind_id,
        unit.name,
        unit.short_name,
        unit.commune_id,
        tuple(unit.levels),
        unit.address,
        unit.phone,
        unit.email,
        unit.responsible_person,
        unit.administrative_parent_id,
    )

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from core.identity.models import Identity
from tenants.registry.actions.record_unit_changed import record_unit_changed
from tenants.registry.models import Entry
from tenants.units.actions.register_unit import BATCH, Slugs, UnitFacts, name_row, parents_of, set_facts
from tenants.units.hosts import raise_register_version
from tenants.units.models import Unit, UnitName, UnitParent
from tenants.units.models.trace import UnitTrace, UnitVerb
from tenants.units.signals import unit_renamed

_COMPARED = (
    "kind_id",
    "name",
    "short_name",
    "commune_id",
    "levels",
    "address",
    "phone",
    "email",
    "responsible_person",
    "administrative_parent_id",
)
_WRITTEN = [*(name.removesuffix("_id") for name in _COMPARED), "slug", "sort_key", "folded"]


def change_unit(*, unit: Unit, facts: UnitFacts, by: Identity | None, at: datetime) -> bool:
    """Bring a unit to these facts; return whether anything changed. A new name or parent ends the old one's row.

    What the unit published before keeps the name of its day; lists and search show the new one from now on.
    """
    return change_units(changes=[(unit, facts)], by=by, at=at) == 1


@transaction.atomic
def change_units(*, changes: Iterable[tuple[Unit, UnitFacts]], by: Identity | None, at: datetime) -> int:
    """Bring many units to their facts, whole or not at all; return how many changed.

    A parent that the facts leave open stays as it is. About 10 queries for every thousand, and two more for each
    changed unit that has published something.
    """
    wanted = {unit.pk: facts for unit, facts in changes}
    # no_key: others may go on writing rows that only name these units.
    locked = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("kind", "commune")
    units = list(locked.filter(pk__in=wanted).order_by("pk"))
    slugs = Slugs(wanted.values())
    moved = _follow_parents({unit: parents_of(wanted[unit.pk]) for unit in units}, at=at)
    changed: list[Unit] = []
    renamed: dict[Unit, str] = {}
    traces: list[UnitTrace] = []
    for unit in units:
        before, old_name = _compared(unit), unit.name
        kept_parent = unit.administrative_parent_id
        set_facts(unit, wanted[unit.pk])
        unit.administrative_parent_id = unit.administrative_parent_id or kept_parent
        if _compared(unit) == before and unit.pk not in moved:
            continue
        changed.append(unit)
        if unit.name != old_name:
            unit.slug = slugs.take(unit.name, unit.code)
            renamed[unit] = old_name
        traces.append(_trace(unit, old_name, by=by, at=at))
    # An insert that meets every row: bulk_update writes a CASE for each column and row, six times as slow.
    Unit.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["id"], update_fields=_WRITTEN, batch_size=BATCH
    )
    UnitName.objects.filter(unit__in=list(renamed), valid_until=None).update(valid_until=timezone.localdate(at))
    UnitName.objects.bulk_create([name_row(unit, at=at) for unit in renamed], batch_size=BATCH)
    UnitTrace.objects.bulk_create(traces, batch_size=BATCH)
    _follow_in_registry(changed, at=at)
    if changed:
        raise_register_version()
    for unit, old_name in renamed.items():
        unit_renamed.send(sender=Unit, unit=unit, old_name=old_name, at=at)
    return len(changed)


def _trace(unit: Unit, old_name: str, *, by: Identity | None, at: datetime) -> UnitTrace:
    is_renamed = unit.name != old_name
    about = f"{old_name} → {unit.name}"[:500] if is_renamed else ""
    return UnitTrace(unit=unit, verb=UnitVerb.RENAMED if is_renamed else UnitVerb.CHANGED, by=by, at=at, about=about)


def _follow_parents(parents: dict[Unit, dict[str, Unit]], *, at: datetime) -> set[int]:
    """End and open parent rows as asked; return the units that moved. A relation left open stays as it is."""
    open_rows = {
        (row.unit_id, row.relation): row for row in UnitParent.objects.filter(unit__in=list(parents), valid_until=None)
    }
    ended, opened = [], []
    for unit, wanted in parents.items():
        for relation, parent in wanted.items():
            row = open_rows.get((unit.pk, relation))
            if row is not None and row.parent_id == parent.pk:
                continue
            if row is not None:
                ended.append(row.pk)
            opened.append(UnitParent(unit=unit, parent=parent, relation=relation, valid_from=timezone.localdate(at)))
    UnitParent.objects.filter(pk__in=ended).update(valid_until=timezone.localdate(at))
    UnitParent.objects.bulk_create(opened, batch_size=BATCH)
    return {row.unit_id for row in opened}


def _follow_in_registry(units: list[Unit], *, at: datetime) -> None:
    """Only units that have published something: of 5,000 in a first list, none has."""
    with_entries = set(Entry.objects.filter(unit__in=units).values_list("unit_id", flat=True).distinct())
    for unit in units:
        if unit.pk in with_entries:
            record_unit_changed(unit=unit, at=at)


def _compared(unit: Unit) -> tuple[object, ...]:
    return tuple(tuple(value) if isinstance(value := getattr(unit, name), list) else value for name in _COMPARED)

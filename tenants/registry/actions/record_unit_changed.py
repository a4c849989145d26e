from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from tenants.registry.actions.enqueue import enqueue
from tenants.registry.actions.record_resting import is_resting
from tenants.registry.models import Entry, EntryState, NextVersion
from tenants.units.models import Unit

PAGE_SIZE = 1_000


@transaction.atomic(savepoint=False)
def record_unit_changed(*, unit: Unit, at: datetime) -> int:
    """Make the unit's entries agree with its kind, levels, commune and status; return how many changed.

    Call inside the transaction that changes the unit, after it is saved: a suspended unit's entries are hidden with
    their text kept, an active one's come back. A name needs no call, since results read it from the register.
    Costs two updates for every thousand entries that differ.
    """
    state = {"state": EntryState.LIVE if unit.effect.listed else EntryState.HIDDEN}
    place = {"unit_kind": unit.kind_id, "levels": unit.levels, "commune_code": unit.commune_id or ""}
    kept = Entry.objects.filter(unit=unit).exclude(state=EntryState.GONE)
    # A republished post keeps the place of the unit it came from, and rests as long as that unit does.
    republished = kept.filter(has_origin=True).exclude(is_resting())
    return _apply(kept.filter(has_origin=False), place | state, at) + _apply(republished, state, at)


def _apply(entries: QuerySet[Entry], values: dict[str, Any], at: datetime) -> int:
    changed = 0
    differing = entries.exclude(**values).select_for_update().order_by("pk").values_list("pk", flat=True)
    while keys := list(differing[:PAGE_SIZE]):
        page = Entry.objects.filter(pk__in=keys)
        page.update(**values, changed_at=at, version=NextVersion())
        changed += enqueue(page.only("pk", "version", "state"))
    return changed

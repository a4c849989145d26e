"""Entries of republished posts rest while the unit they came from is suspended: set-based, whatever their number."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Func, JSONField, Q, Value

from tenants.registry.actions.enqueue import enqueue
from tenants.registry.models import Entry, EntryState, NextVersion
from tenants.units.models import Unit

# Stands in the stored document of a resting entry, so that a change of the unit that shows it does not wake it.
RESTING = "origin_rests"


@transaction.atomic(savepoint=False)
def record_resting(*, unit: Unit, object_type: str, object_ids: Collection[int], at: datetime) -> None:
    """Hide the entries of these republished posts with their text kept. Call in the transaction that hides the pages.

    unit: the one that shows them. Four queries, whatever the number.
    """
    changes = {"state": EntryState.HIDDEN, "document": _joined(F("document"), Value({RESTING: True}, JSONField()))}
    _change(_entries(unit, object_type, object_ids).filter(state=EntryState.LIVE), changes, at)


@transaction.atomic(savepoint=False)
def record_awake(*, unit: Unit, object_type: str, object_ids: Collection[int], at: datetime) -> set[int]:
    """Show the entries again that record_resting hid; return the keys of those. The others have to be recorded anew.

    Four queries, whatever the number.
    """
    state = EntryState.LIVE if unit.effect.listed else EntryState.HIDDEN
    without = Func(
        F("document"), Value(RESTING), template="(%(expressions)s)", arg_joiner=" - ", output_field=JSONField()
    )
    resting = _entries(unit, object_type, object_ids).filter(is_resting())
    return _change(resting, {"state": state, "document": without}, at)


def is_resting() -> Q:
    """Return the condition of an entry hidden because of its origin."""
    return Q(state=EntryState.HIDDEN, document__has_key=RESTING)


def _entries(unit: Unit, object_type: str, object_ids: Collection[int]) -> Any:
    return Entry.objects.filter(unit=unit, object_type=object_type, object_id__in=object_ids)


def _joined(document: Any, more: Any) -> Func:
    return Func(document, more, template="(%(expressions)s)", arg_joiner=" || ", output_field=JSONField())


def _change(entries: Any, values: dict[str, Any], at: datetime) -> set[int]:
    held = dict(entries.select_for_update().order_by("pk").values_list("pk", "object_id"))
    changed = Entry.objects.filter(pk__in=held)
    changed.update(**values, changed_at=at, version=NextVersion())
    enqueue(changed.only("pk", "version", "state"))
    return set(held.values())

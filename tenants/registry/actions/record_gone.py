from datetime import datetime

from django.db import transaction

from tenants.registry.actions.enqueue import enqueue
from tenants.registry.models import Entry, EntryState, LegalEntry, NextVersion
from tenants.units.models import Unit


@transaction.atomic(savepoint=False)
def record_gone(*, unit: Unit, object_type: str, object_id: int, at: datetime) -> Entry | None:
    """Turn the entry into a tombstone: no text stays, the version does, so that no late write can bring it back.

    Call inside the transaction that takes the thing down. Safe to repeat. Return the entry, None when there was none.
    """
    entry = Entry.objects.select_for_update().filter(unit=unit, object_type=object_type, object_id=object_id).first()
    if entry is None or entry.state == EntryState.GONE:
        return entry
    if entry.number_key:
        LegalEntry.objects.filter(pk=entry.pk).delete()
    entry.state = EntryState.GONE
    entry.title = entry.path = entry.number_key = entry.folded_title = entry.folded = ""
    entry.document = {}
    entry.changed_at = at
    entry.version = NextVersion()
    entry.save()
    entry.refresh_from_db(fields=["version"])
    enqueue([entry])
    return entry

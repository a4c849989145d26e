from django.db import transaction

from tenants.registry.actions.enqueue import enqueue
from tenants.registry.models import DeadRow, Entry


@transaction.atomic
def replay_dead(*, entry_id: int | None = None) -> int:
    """Queue for the index once more what it refused, after what was wrong has been mended; return how many entries.

    entry_id: only this entry.
    """
    dead = DeadRow.objects.select_for_update()
    keys = list((dead if entry_id is None else dead.filter(entry=entry_id)).values_list("entry", flat=True))
    count = enqueue(Entry.objects.filter(pk__in=keys).only("pk", "version", "state"))
    DeadRow.objects.filter(entry__in=keys).delete()
    return count

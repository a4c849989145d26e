from django.db import transaction

from tenants.registry.actions.enqueue import enqueue
from tenants.registry.models import DeadRow, Entry


@transaction.atomic
def replay_dead() -> int:
    """Queue for the index once more what it refused, after what was wrong has been mended; return how many entries."""
    dead = DeadRow.objects.select_for_update()
    keys = list(dead.values_list("entry", flat=True))
    count = enqueue(Entry.objects.filter(pk__in=keys).only("pk", "version", "state"))
    DeadRow.objects.filter(entry__in=keys).delete()
    return count

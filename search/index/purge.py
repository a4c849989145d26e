from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from elasticsearch import Elasticsearch

from search.client import index_name
from search.index.bulk import remove
from search.index.wire import document_id
from search.models import IndexTarget
from tenants.registry.models import DeadRow, Entry, EntryState, OutboxRow

# Longer than anything that was read before a take-down can be on its way.
KEPT_DAYS = 30
_PAGE = 500


def purge_tombstones(client: Elasticsearch, *, at: datetime) -> int:
    """Forget what has been gone for more than KEPT_DAYS, in every index and then in the registry; return how many.

    Nothing is purged while an index is being filled: a page read before the take-down would bring the text back.
    Raise NodeError when the node is away.
    """
    if IndexTarget.objects.filter(is_filled=False).exists():
        return 0
    numbers = list(IndexTarget.objects.values_list("number", flat=True))
    purged = 0
    while count := _purge_page(client, [index_name(number) for number in numbers], at):
        purged += count
    return purged


@transaction.atomic
def _purge_page(client: Elasticsearch, indices: list[str], at: datetime) -> int:
    # Locked, so that a thing published again meanwhile waits and begins a new row with a greater version.
    entries = list(_forgotten(at).select_for_update(skip_locked=True, of=("self",)).select_related("unit")[:_PAGE])
    documents = [(document_id(e.unit.uuid, e.object_type, e.object_id), e.version) for e in entries]
    for index in indices:
        remove(client, index, documents)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    return len(entries)


def _forgotten(at: datetime) -> QuerySet[Entry]:
    waiting, refused = (model.objects.filter(entry=OuterRef("pk")) for model in (OutboxRow, DeadRow))
    gone = Entry.objects.filter(state=EntryState.GONE, changed_at__lt=at - timedelta(days=KEPT_DAYS))
    return gone.exclude(Exists(waiting)).exclude(Exists(refused)).order_by("pk")

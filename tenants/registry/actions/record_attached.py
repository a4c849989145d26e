from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tenants.registry.actions.enqueue import enqueue
from tenants.registry.document import AttachedFile, stored_attachments
from tenants.registry.folding import folded_document
from tenants.registry.models import Entry, EntryState, NextVersion


@transaction.atomic(savepoint=False)
def record_attached(*, entry: Entry, files: Iterable[AttachedFile], at: datetime) -> None:
    """Give an entry the texts of its files, in a new version, and queue it for the index.

    Call inside a transaction that holds the entry's row. A tombstone is left alone.
    """
    if entry.state == EntryState.GONE:
        return
    entry.document = entry.document | stored_attachments(files)
    entry.folded = folded_document(entry.document)
    entry.changed_at = at
    entry.version = NextVersion()
    entry.save(update_fields=["document", "folded", "changed_at", "version"])
    entry.refresh_from_db(fields=["version"])
    enqueue([entry])

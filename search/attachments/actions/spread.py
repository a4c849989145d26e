from datetime import datetime

from django.db import transaction

from search.attachments.models import AttachedText, Attachment
from tenants.registry.actions.record_attached import record_attached
from tenants.registry.document import AttachedFile
from tenants.registry.models import Entry


def spread(*, content_hash: str, at: datetime) -> int:
    """Give the text of a content to every entry that shows it; return how many. Safe to repeat after a kill.

    One short transaction an entry, so that nobody who publishes waits for another's.
    """
    entries = list(Attachment.objects.filter(text=content_hash).order_by("entry").values_list("entry", flat=True))
    for key in entries:
        _renew(key, at)
    AttachedText.objects.filter(pk=content_hash).update(is_spread=True)
    return len(entries)


@transaction.atomic
def _renew(key: int, at: datetime) -> None:
    entry = Entry.objects.select_for_update().get(pk=key)
    links = Attachment.objects.filter(entry=entry).select_related("text")
    record_attached(entry=entry, files=[attached(link) for link in links], at=at)


def attached(link: Attachment) -> AttachedFile:
    """Return a file of an entry with its text, `text` loaded."""
    return AttachedFile(link.name, tuple(map(tuple, link.text.pages)))

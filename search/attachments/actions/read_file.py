"""From the bytes of one content to its stored text."""

import hashlib
from datetime import datetime

from django.core.files.storage import default_storage
from django.db import transaction

from search.attachments.enums import Reason, TextState
from search.attachments.extraction import EXTRACTOR
from search.attachments.extraction.run import Extraction, extract
from search.attachments.legacy import readable
from search.attachments.models import AttachedText, Attachment
from tenants.units.context import use_site
from tenants.units.models import UnitSite


def read_file(*, content_hash: str, at: datetime) -> AttachedText | None:
    """Read a content and store what it says; None when no page shows it any more. Call outside any transaction.

    The bytes come from a unit that publishes them. Whatever the outcome, this version of the extractor is done with it.
    """
    link = Attachment.objects.filter(text=content_hash).select_related("entry").order_by("pk").first()
    if link is None:
        AttachedText.objects.filter(pk=content_hash, attachments=None).delete()
        return None
    content = _content(link)
    return store(content_hash=content_hash, found=extract(content) if content is not None else _MISSING, at=at)


_MISSING = Extraction(reason=Reason.MISSING)


def _content(link: Attachment) -> bytes | None:
    """Return the file's bytes if they are still the ones that the page showed when it was published."""
    site = UnitSite.objects.select_related("unit").get(unit=link.entry.unit_id)
    with use_site(site):
        try:
            with default_storage.open(link.path) as file:
                content: bytes = file.read()
        except OSError:
            return None
    return content if hashlib.sha256(content).hexdigest() == link.text_id else None


@transaction.atomic
def store(*, content_hash: str, found: Extraction, at: datetime) -> AttachedText | None:
    """Store what was found; None when the row has gone meanwhile. A reader that fails keeps what an older one found."""
    row = AttachedText.objects.select_for_update().filter(pk=content_hash).first()
    if row is None:
        return None
    row.extractor, row.attempts, row.claimed_until, row.read_at = EXTRACTOR, 0, None, at
    if not found.reason:
        pages, encoding = readable(found.pages)
        row.is_spread = [*map(list, pages)] == row.pages
        row.pages = pages
        row.original = [(number, _storable(text)) for number, text in found.pages] if encoding else None
        row.encoding = encoding.name if encoding else ""
        row.is_truncated = found.is_truncated
        row.state = TextState.NO_TEXT_LAYER if found.pictures * 2 > len(found.pages) else TextState.DONE
    elif not row.pages:
        row.state, row.reason = TextState.FAILED, found.reason
    row.save()
    return row


def _storable(text: str) -> str:
    """Return the text less what PostgreSQL cannot hold."""
    return text.encode("utf-8", "ignore").decode().replace("\0", "")

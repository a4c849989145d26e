"""Reads files that wait, one at a time; may be killed at any line and started any number of times."""

import logging
import threading
from datetime import timedelta

from django.db import OperationalError, close_old_connections, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from search.attachments.actions.read_file import read_file, store
from search.attachments.actions.spread import spread
from search.attachments.enums import Reason
from search.attachments.extraction import EXTRACTOR
from search.attachments.extraction.run import WALL_SECONDS, Extraction
from search.attachments.models import AttachedText

logger = logging.getLogger(__name__)
POLL_SECONDS = 1.0
# A file that takes its worker along this often is not tried again.
MAX_ATTEMPTS = 3
_LEASE = timedelta(seconds=3 * WALL_SECONDS)


def run_once() -> bool:
    """Read one file that waits, or that an older extractor has read; return whether there was one.

    Entries learn of it in transactions of their own: what a killed worker left of that is finished first.
    """
    if unspread := AttachedText.objects.filter(is_spread=False).order_by("read_at").first():
        spread(content_hash=unspread.pk, at=timezone.now())
        return True
    claimed = _claim()
    if claimed is None:
        return False
    if claimed.attempts > MAX_ATTEMPTS:
        store(content_hash=claimed.pk, found=Extraction(reason=Reason.TOO_HEAVY), at=timezone.now())
        return True
    row = read_file(content_hash=claimed.pk, at=timezone.now())
    if row is not None and not row.is_spread:
        spread(content_hash=row.pk, at=timezone.now())
    return True


def drain() -> int:
    """Read until nothing waits; return how many steps that took."""
    steps = 0
    while run_once():
        steps += 1
    return steps


def run_forever(stop: threading.Event) -> None:
    """Read until `stop` is set, looking every POLL_SECONDS; survives a lost database."""
    while not stop.is_set():
        try:
            close_old_connections()
            was_busy = run_once()
        except OperationalError as error:
            logger.warning("reader paused", extra={"event": "attachment.paused", "error": str(error)[:200]})
            was_busy = False
        except Exception:
            # Of one file, whose lease keeps it away for a while; the others go on.
            logger.exception("file not read", extra={"event": "attachment.failed"})
            was_busy = False
        if not was_busy:
            stop.wait(POLL_SECONDS)


@transaction.atomic
def _claim() -> AttachedText | None:
    """Take the next content for a while. No lock is held while it is read: pages that show it can be published."""
    is_free = Q(claimed_until=None) | Q(claimed_until__lt=Now())
    rows = AttachedText.objects.select_for_update(skip_locked=True).filter(is_free, extractor__lt=EXTRACTOR)
    # What nobody has read yet comes before what could be read better.
    row = rows.order_by("extractor", F("claimed_until").asc(nulls_first=True)).first()
    if row is not None:
        row.attempts += 1
        row.claimed_until = timezone.now() + _LEASE
        row.save(update_fields=["attempts", "claimed_until"])
    return row

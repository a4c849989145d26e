"""The loop beside the clock that checks outside links while nobody works."""

import logging
import threading
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone

from tenants.links.actions.check_links import check_links

logger = logging.getLogger(__name__)

# Local hours, the second excluded: when machines of other bodies have least to do.
NIGHT = range(1, 5)
# Between two rounds, and so between two requests to one machine.
PAUSE_SECONDS = 5.0
IDLE_SECONDS = 120.0


def is_night(at: datetime) -> bool:
    return timezone.localtime(at).hour in NIGHT


def check_by_night(stop: threading.Event) -> None:
    """Check round after round from one o'clock on until everything was asked; end when `stop` is set.

    Safe in several processes at once: each takes other addresses.
    """
    while not stop.is_set():
        stop.wait(PAUSE_SECONDS if _round() else IDLE_SECONDS)


def _round() -> int:
    at = timezone.now()
    if not is_night(at):
        return 0
    close_old_connections()
    try:
        return check_links(at=at)
    except Exception:
        logger.exception("the check of outside links failed", extra={"event": "links.failed"})
        return 0
    finally:
        close_old_connections()

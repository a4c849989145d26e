"""The loop beside the clock that keeps the index right: what is due must not wait for a long comparison."""

import logging
import threading

from django.db import close_old_connections, connection
from django.utils import timezone
from elasticsearch import ApiError, TransportError

from search.index.bulk import NodeError
from search.index.lock import BusyError
from search.index.sweep import sweep_due

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 60.0


def keep_index(stop: threading.Event) -> None:
    """Compare what is due, look again every PAUSE_SECONDS, end when `stop` is set. Safe in several processes."""
    while not stop.is_set():
        _round()
        stop.wait(PAUSE_SECONDS)


def _round() -> None:
    close_old_connections()
    try:
        for sweep in sweep_due(at=timezone.now()):
            if sweep.differences:
                extra = {"event": "search.drift", "part": sweep.part, "differences": sweep.differences}
                logger.warning("index differed", extra=extra)
    except BusyError:
        return
    except (NodeError, ApiError, TransportError) as error:
        logger.warning("comparison put off", extra={"event": "search.sweep_off", "error": str(error)[:200]})
    except Exception:
        logger.exception("the comparison failed", extra={"event": "search.sweep_failed"})
    finally:
        # A connection that has entered hundreds of schemas holds the memory of them all.
        connection.close()

"""The loop beside the clock that learns: spellings from what is published, frequent questions from the log."""

import logging
import threading
from datetime import datetime, timedelta

from django.db import close_old_connections, connection
from django.utils import timezone

from search.querylog.forget import forget_old
from search.suggest.gather import gather_frequent
from search.suggest.models import SpellingModel
from search.suggest.spelling.learn import learn_spelling
from tenants.links.night import is_night
from tenants.registry.models import Entry

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 600.0
# A network that has just begun says more every hour, and is read in a moment.
_YOUNG_WORDS = 3_000
_LATEST = timedelta(hours=36)


def keep_learning(stop: threading.Event) -> None:
    """Learn when it is due, end when `stop` is set. Safe in several processes: the second repeats the first."""
    while not stop.is_set():
        close_old_connections()
        try:
            learn_when_due(at=timezone.now())
        except Exception:
            logger.exception("learning failed", extra={"event": "suggest.learning_failed"})
        finally:
            connection.close()
        stop.wait(PAUSE_SECONDS)


def learn_when_due(*, at: datetime) -> bool:
    """Learn once a night, at once when there is nothing yet; forget old questions. Return whether it was due."""
    if not _is_due(at):
        return False
    forget_old(at=at)
    words = learn_spelling(at=at)
    questions = gather_frequent(at=at)
    logger.info("learned", extra={"event": "suggest.learned", "words": words, "questions": questions})
    return True


def _is_due(at: datetime) -> bool:
    model = SpellingModel.objects.only("built_at", "words").first()
    if model is None:
        return Entry.objects.live().exists()
    age = at - model.built_at
    if len(model.words) < _YOUNG_WORDS:
        return age > timedelta(seconds=PAUSE_SECONDS)
    is_of_another_day = timezone.localdate(model.built_at) != timezone.localdate(at)
    return age > _LATEST or (is_of_another_day and is_night(at))

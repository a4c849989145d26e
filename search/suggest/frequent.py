"""What many asked, in memory: counted each night, and read anew by each process now and then."""

import threading
import time
from bisect import bisect_left
from collections import defaultdict

from search.suggest.models import FrequentQuery
from tenants.registry.folding import folded_text

RELOAD_SECONDS = 600.0

Questions = dict[int | None, list[tuple[str, int, str]]]


class _Kept:
    """unit's key, None for the network → (folded text, times, text), in order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read_at = float("-inf")
        self._questions: Questions = {}

    def of(self, unit: int | None) -> list[tuple[str, int, str]]:
        if time.monotonic() - self._read_at > RELOAD_SECONDS:
            with self._lock:
                self._read_at = time.monotonic()
                self._questions = _read()
        return self._questions.get(unit, [])

    def forget(self) -> None:
        self._read_at = float("-inf")


kept = _Kept()


def frequent_queries(text: str, *, unit: int | None, limit: int) -> list[str]:
    """Return what many asked that begins with the text, most often asked first.

    unit: key of the unit whose own site is searched, None for the network. Costs a query when RELOAD_SECONDS are over.
    """
    typed = folded_text(text)
    questions = kept.of(unit)
    start = bisect_left(questions, (typed,))
    found = []
    for folded, times, question in questions[start:]:
        if not folded.startswith(typed):
            break
        found.append((-times, question))
    return [question for _times, question in sorted(found)[:limit]]


def _read() -> Questions:
    questions: Questions = defaultdict(list)
    for unit, text, times in FrequentQuery.objects.values_list("unit", "text", "times"):
        questions[unit].append((folded_text(text), times, text))
    return {unit: sorted(rows) for unit, rows in questions.items()}

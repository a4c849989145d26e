"""The learned counts as a process holds them: sorted numbers, two bytes of count to four of pair."""

import math
import threading
import time
from array import array
from bisect import bisect_left

from core.text.fold import fold
from search.suggest.models import SpellingModel
from search.suggest.spelling.learn import BASE

RELOAD_SECONDS = 600.0
# How much the neighbor says against how frequent the word is by itself.
_NEIGHBOR_SHARE = 0.9
_UNSEEN = 0.5
_USUAL_SHARE = 0.9


class Spelling:
    """Which words there are, how they are spelled with marks, and how likely one follows another. Never changed."""

    def __init__(self, stored: SpellingModel) -> None:
        self._counts = array("I", bytes(stored.counts))
        self._pairs = array("I", bytes(stored.pairs))
        self._pair_counts = array("H", bytes(stored.pair_counts))
        self._total = sum(self._counts)
        self.words = ["", *stored.words]
        # Without marks → the words that fold so, the most frequent first.
        self.by_folded: dict[str, list[int]] = {}
        for number, word in enumerate(self.words[1:], start=1):
            self.by_folded.setdefault(fold(word), []).append(number)

    def number_of(self, word: str) -> int:
        """Return the number of a word in lower case, 0 when no text holds it."""
        return next((number for number in self.by_folded.get(fold(word), ()) if self.words[number] == word), 0)

    def is_usual(self, number: int) -> bool:
        """Tell whether what folds like this word is nearly always spelled so."""
        alike = sum(self.seen(other) for other in self.by_folded[fold(self.words[number])])
        return self.seen(number) >= _USUAL_SHARE * alike

    def seen(self, number: int) -> int:
        return self._counts[number]

    def seen_together(self, left: int, right: int) -> int:
        pair = left * BASE + right
        place = bisect_left(self._pairs, pair)
        return self._pair_counts[place] if place < len(self._pairs) and self._pairs[place] == pair else 0

    def likelihood(self, left: int, right: int) -> float:
        """Return the logarithm of how likely `right` follows `left`."""
        alone = (self._counts[right] + _UNSEEN) / self._total
        beside = self.seen_together(left, right) / max(self._counts[left], 1)
        return math.log(_NEIGHBOR_SHARE * beside + (1 - _NEIGHBOR_SHARE) * alone)


class _Kept:
    """The model of this process, read anew when there is a newer one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looked_at = float("-inf")
        self._built_at: object = None
        self._spelling: Spelling | None = None

    def spelling(self) -> Spelling | None:
        if time.monotonic() - self._looked_at > RELOAD_SECONDS:
            with self._lock:
                self._looked_at = time.monotonic()
                built_at = SpellingModel.objects.values_list("built_at", flat=True).first()
                if built_at != self._built_at:
                    stored = SpellingModel.objects.first()
                    self._spelling, self._built_at = Spelling(stored) if stored else None, built_at
        return self._spelling

    def forget(self) -> None:
        self._looked_at, self._built_at, self._spelling = float("-inf"), None, None


kept = _Kept()


def load_spelling() -> Spelling | None:
    """Return the model, None before the first night. Costs up to two queries when RELOAD_SECONDS are over."""
    return kept.spelling()

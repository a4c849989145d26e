"""Did the reader type Vietnamese marks, some or none? It decides how results are ranked, never which are found."""

import re
import time
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from django.db import transaction

from core.text.fold import fold, has_marks
from search.models import Syllable

_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
# A syllable counts as "written with marks" when seen at least so often, and bare in less than a tenth.
MIN_SEEN = 5
MAX_BARE_SHARE = 0.1
_LONGEST_SYLLABLE = 7  # nghiêng
RELOAD_SECONDS = 600.0


class Marks(StrEnum):
    NONE = "none"
    SOME = "some"
    ALL = "all"


def marks_typed(text: str, *, usually_marked: frozenset[str]) -> Marks:
    """Return how the query was typed. Words without a vowel (THPT, GDĐT) say nothing either way.

    usually_marked: folded syllables that are nearly always written with marks; a bare one means marks were left out.
    """
    words = [word for word in _WORD.findall(text.lower()) if _VOWEL.search(fold(word))]
    if not any(has_marks(word) for word in words):
        return Marks.NONE
    return Marks.SOME if any(word in usually_marked for word in words) else Marks.ALL


def marked_words(text: str) -> str:
    """Return only the words that carry marks."""
    return " ".join(word for word in _WORD.findall(text) if has_marks(word))


class SyllableCount:
    """Counts syllables with and without marks over published texts."""

    def __init__(self) -> None:
        self._marked: Counter[str] = Counter()
        self._bare: Counter[str] = Counter()

    def add(self, text: str) -> None:
        for word, times in Counter(_WORD.findall(text.lower())).items():
            if len(word) <= _LONGEST_SYLLABLE:
                (self._marked if has_marks(word) else self._bare)[fold(word)] += times

    def usually_marked(self) -> Iterable[str]:
        """Return the folded syllables that pass both bars."""
        for syllable, marked in self._marked.items():
            seen = marked + self._bare[syllable]
            if seen >= MIN_SEEN and self._bare[syllable] < seen * MAX_BARE_SHARE:
                yield syllable

    @transaction.atomic
    def save(self) -> None:
        """Replace the stored list."""
        Syllable.objects.all().delete()
        Syllable.objects.bulk_create(Syllable(folded=syllable) for syllable in self.usually_marked())


_loaded: tuple[float, frozenset[str]] = (float("-inf"), frozenset())


def load_usually_marked() -> frozenset[str]:
    """Return the stored list, at most RELOAD_SECONDS old in this process. Costs a query when it is older."""
    global _loaded  # noqa: PLW0603 one value a process
    if time.monotonic() - _loaded[0] > RELOAD_SECONDS:
        _loaded = (time.monotonic(), frozenset(Syllable.objects.values_list("folded", flat=True)))
    return _loaded[1]

"""Counts words and pairs of words over what is published; once a night, and when an index is built."""

from array import array
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from django.db import transaction

from search.suggest.models import SpellingModel
from search.suggest.spelling.words import sentences
from tenants.registry.models import Entry

# So many words and pairs are kept, the most frequent: 3 MB in the memory of a process.
MOST_WORDS, MOST_PAIRS = 60_000, 250_000
# Memory while counting: past this, pairs seen once are let go.
_MOST_COUNTED = 2_000_000
# Of a law as much as of ten posts; else its phrases would be what everybody means.
_READ_CHARACTERS = 20_000
# Titles are short and are what queries look like.
_TITLE_WEIGHT = 3
EDGE = 0
BASE = 1 << 16


class PairCount:
    """Counts words and neighbors. Numbers words by the order in which they appear."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._counts: Counter[int] = Counter()
        self._pairs: Counter[tuple[int, int]] = Counter()

    def add(self, text: str, *, weight: int = 1) -> None:
        for words in sentences(text):
            line = [EDGE, *(self._numbers.setdefault(word, len(self._numbers) + 1) for word in words), EDGE]
            for left, right in pairwise(line):
                self._pairs[left, right] += weight
            for number in line:
                self._counts[number] += weight
        if len(self._pairs) > _MOST_COUNTED:
            self._pairs = Counter({pair: times for pair, times in self._pairs.items() if times > weight})

    def model(self, *, at: datetime) -> SpellingModel:
        """Return the model of what was counted, not saved."""
        edges = self._counts.pop(EDGE, 0)
        frequent = self._counts.most_common(MOST_WORDS)
        places = {EDGE: EDGE} | {number: place for place, (number, _times) in enumerate(frequent, start=1)}
        spelled = {number: word for word, number in self._numbers.items()}
        known = Counter({pair: times for pair, times in self._pairs.items() if places.keys() >= set(pair)})
        kept = sorted(
            (places[left] * BASE + places[right], times) for (left, right), times in known.most_common(MOST_PAIRS)
        )
        return SpellingModel(
            built_at=at,
            words=[spelled[number] for number, _times in frequent],
            counts=array("I", [edges, *(times for _number, times in frequent)]).tobytes(),
            pairs=array("I", [pair for pair, _times in kept]).tobytes(),
            pair_counts=array("H", [min(times, BASE - 1) for _pair, times in kept]).tobytes(),
        )


def learn_spelling(*, at: datetime) -> int:
    """Count the live entries anew and store the model; return how many words it knows. Reads the whole registry."""
    model = count(_texts()).model(at=at)
    with transaction.atomic():
        SpellingModel.objects.all().delete()
        model.save()
    return len(model.words)


def count(texts: Iterable[tuple[str, str]]) -> PairCount:
    """Count pairs of title and text."""
    counted = PairCount()
    for title, body in texts:
        counted.add(title, weight=_TITLE_WEIGHT)
        counted.add(body[:_READ_CHARACTERS])
    return counted


def _texts() -> Iterable[tuple[str, str]]:
    entries = Entry.objects.live().filter(locale="vi").values_list("title", "document__body")
    return ((title, body or "") for title, body in entries.iterator(chunk_size=500))

"""How well one ranked list answers one question. Thirty lines, where ir-measures or ranx would bring compiled code.

grades: what is relevant, id → grade (1 where a judge only said yes; 0 and unlisted are not relevant).
"""

from collections.abc import Mapping, Sequence
from math import log2

DEPTH = 10


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the discounted gain of the first DEPTH against the best order, gain = grade, as trec_eval has it."""
    best = sorted(grades.values(), reverse=True)
    return _gain([grades.get(name, 0) for name in ranked]) / _gain(best)


def recall(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return which share of what is relevant stands among the first DEPTH."""
    relevant = {name for name, grade in grades.items() if grade > 0}
    return len(relevant & set(ranked[:DEPTH])) / len(relevant)


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return 1 / place of the first relevant one among the first DEPTH, 0 without any."""
    places = (place for place, name in enumerate(ranked[:DEPTH], 1) if grades.get(name, 0) > 0)
    return 1 / next(places, float("inf"))


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades[:DEPTH], 1))

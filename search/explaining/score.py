"""Elasticsearch's account of a score, a tree of hundreds of lines, summed up by what matched."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_FIELD = re.compile(r"^(?:weight|ConstantScore)\(\+?(?P<field>[a-z_]+(?:\.[a-z0-9]+)?):")
_BEST_OF = re.compile(r"^max (?:of|plus)")


class Part(StrEnum):
    WORDS = "words"
    PAIRS = "pairs"
    TITLE = "title"
    MARKS = "marks"
    NUMBER = "number"


_PARTS = {
    "text": Part.WORDS,
    "text.sh": Part.PAIRS,
    "title.sh": Part.PAIRS,
    "title": Part.TITLE,
    "text.ex": Part.MARKS,
    "text.ex2": Part.MARKS,
    "title.ex": Part.MARKS,
    "title.ex2": Part.MARKS,
    "doc_no": Part.NUMBER,
    "doc_no.prefix": Part.NUMBER,
}


@dataclass(frozen=True, slots=True)
class Score:
    """total: what ranks. parts: what each sort of match brought, before recency and state changed the whole."""

    total: float
    parts: Mapping[Part, float]

    @property
    def factor(self) -> float:
        """What recency and state made of the words' score: 1 when nothing."""
        matched = sum(self.parts.values())
        return self.total / matched if matched else 1.0


def sum_up(explanation: Mapping[str, Any]) -> Score:
    """Return the score of the `explanation` object of Elasticsearch's explain API."""
    parts: dict[Part, float] = {}
    for part, value in _matches(explanation):
        parts[part] = parts.get(part, 0.0) + value
    return Score(explanation["value"], parts)


def _matches(node: Mapping[str, Any]) -> Iterator[tuple[Part, float]]:
    """Yield what matched and what it brought; of the spellings of a question only the one that counted."""
    if not node["value"]:
        return
    field = _FIELD.match(node["description"])
    if field:
        if part := _PARTS.get(field["field"]):
            yield part, node["value"]
        return
    children = node["details"]
    if _BEST_OF.match(node["description"]) and children:
        children = [max(children, key=lambda child: child["value"])]
    for child in children:
        yield from _matches(child)

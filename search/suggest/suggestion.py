from collections.abc import Iterable
from dataclasses import dataclass

# On a phone more would hide what was typed.
MOST = 8
LEAST_CHARACTERS = 2
# Whoever typed more than a long title is not waiting for a suggestion.
MOST_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Suggestion:
    """text: as it is shown, without markup. url: where choosing it leads. note: what tells it from its namesakes."""

    text: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    suggestions: tuple[Suggestion, ...]


def first_of(groups: Iterable[tuple[str, Iterable[Suggestion]]]) -> tuple[Group, ...]:
    """Return the groups that have something, at most MOST suggestions in all, none of them shown twice."""
    kept: list[Group] = []
    seen: set[str] = set()
    for label, suggestions in groups:
        fresh = []
        for suggestion in suggestions:
            if suggestion.url not in seen and len(seen) < MOST:
                seen.add(suggestion.url)
                fresh.append(suggestion)
        if fresh:
            kept.append(Group(label, tuple(fresh)))
    return tuple(kept)

"""Rows of a form that are put in order and hidden: no JavaScript, two buttons and a tick each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

UP, DOWN = "len", "xuong"


class Posted(Protocol):
    """What a browser sent: a QueryDict."""

    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that has a place. reason: why it is always shown; "" when it may be hidden."""

    value: str
    label: str
    is_shown: bool
    reason: str = ""


def read_rows(data: Posted, name: str, known: Sequence[Row]) -> list[Row]:
    """Return the known rows as the form sent them: fields `name` in their order, `name`-shown for the ticks.

    What the form does not name keeps its place at the end, as it was: another tab may have added it meanwhile.
    """
    by_value = {row.value: row for row in known}
    shown = set(data.getlist(f"{name}-shown"))
    sent = [by_value.pop(value) for value in dict.fromkeys(data.getlist(name)) if value in by_value]
    return [*(replace(row, is_shown=row.value in shown or bool(row.reason)) for row in sent), *by_value.values()]


def moved(rows: Sequence[Row], value: str, direction: str) -> list[Row]:
    """Return the rows with one of them a place further up or down; the first stays first, the last last."""
    arranged = list(rows)
    here = next((place for place, row in enumerate(arranged) if row.value == value), None)
    if here is None:
        return arranged
    there = here - 1 if direction == UP else here + 1
    if 0 <= there < len(arranged):
        arranged[here], arranged[there] = arranged[there], arranged[here]
    return arranged

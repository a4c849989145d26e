"""Runs of one block: joined, cleaned, split at line breaks."""

import re
from collections import deque

from core.richtext.model import Run, TextBlock
from core.text.normalize import clean_text

_SPACES = re.compile(r"[ \t]+")
_AROUND_BREAK = re.compile(r" *\n *")


def merge(runs: list[Run]) -> list[Run]:
    """Return `runs` with neighbors of one look joined: Word cuts words apart wherever its spelling checker looked."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].look == run.look:
            merged[-1].text += run.text
        elif run.text:
            merged.append(Run(run.text, run.look))
    return merged


def tidy(block: TextBlock) -> None:
    """Clean the text of `block` in place: NFC, single spaces, no space at its ends or around a line break."""
    kept: list[Run] = []
    for run in merge(block.runs):
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", clean_text(run.text)))
        text = _join(kept, text) if kept else text.lstrip(" \n")
        if text:
            kept.append(Run(text, run.look))
    length = len("".join(run.text for run in kept).rstrip(" \n"))
    block.runs = merge(cut(kept, 0, length))


def _join(kept: list[Run], text: str) -> str:
    """Return `text` as it continues `kept`, with one space between them at most and none before a line break."""
    if text.startswith("\n"):
        kept[-1].text = kept[-1].text.rstrip(" ")
        if not kept[-1].text:
            kept.pop()
    return text.lstrip(" ") if kept[-1].text.endswith((" ", "\n")) else text


def cut(runs: list[Run], start: int, end: int) -> list[Run]:
    """Return the runs of the characters from `start` up to `end`, counted over all of `runs`."""
    kept: list[Run] = []
    for run in runs:
        part = run.text[max(start, 0) : max(end, 0)]
        kept += [Run(part, run.look)] if part else []
        start, end = start - len(run.text), end - len(run.text)
    return kept


def split(runs: list[Run], separator: re.Pattern[str]) -> list[list[Run]]:
    """Return `runs` cut at every match of `separator`, which may lie across them; blank pieces are dropped."""
    spans = deque(match.span() for match in separator.finditer("".join(run.text for run in runs)))
    pieces: list[list[Run]] = [[]]
    offset = 0
    for run in runs:
        place, end = offset, offset + len(run.text)
        while spans and spans[0][0] < end:
            pieces[-1].append(Run(run.text[place - offset : max(spans[0][0] - offset, 0)], run.look))
            place = min(spans[0][1], end)
            if spans[0][1] > end:
                break  # the separator goes on in the next run
            spans.popleft()
            pieces.append([])
        pieces[-1].append(Run(run.text[place - offset :], run.look))
        offset = end
    return [merge(piece) for piece in pieces if any(run.text.strip() for run in piece)]

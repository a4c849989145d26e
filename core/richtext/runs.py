"""Runs of one block: joined, cleaned, split at line breaks."""

import re

from core.richtext.model import Run, TextBlock
from core.text.normalize import clean_text

_SPACES = re.compile(r"[ \t]+")
_AROUND_BREAK = re.compile(r" *\n *")
_SPACE_BEFORE_BREAK = re.compile(r" +\n")


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
    before = "\n"  # what the last kept run ended with; spaces and breaks are dropped at the start
    for run in merge(block.runs):
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", clean_text(run.text)))
        text = text.lstrip(" \n") if not kept else text.lstrip(" ") if before in " \n" else text
        if text.startswith("\n") and before == " ":
            kept[-1].text = kept[-1].text.rstrip(" ")
        if text:
            kept.append(Run(text, run.look))
            before = text[-1]
    while kept and not kept[-1].text.rstrip(" \n"):
        kept.pop()
    if kept:
        kept[-1].text = kept[-1].text.rstrip(" \n")
    block.runs = merge([run for run in kept if run.text])


def split_lines(runs: list[Run], separator: str) -> list[list[Run]]:
    """Return `runs` cut at every `separator` ("\\n", or "\\n\\n" for empty lines only); empty pieces are dropped."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(separator)
        lines[-1].append(Run(first, run.look))
        lines += [[Run(other, run.look)] for other in others]
    return [line for line in lines if any(run.text.strip() for run in line)]


def cut_start(runs: list[Run], length: int) -> list[Run]:
    """Return `runs` without their first `length` characters."""
    kept: list[Run] = []
    for run in runs:
        cut, length = min(length, len(run.text)), max(length - len(run.text), 0)
        kept += [Run(run.text[cut:], run.look)] if run.text[cut:] else []
    return kept

"""One paragraph a block: empty ones dropped, those glued together with <br> taken apart."""

import re
from dataclasses import replace

from core.richtext.lists import TYPED_MARKER
from core.richtext.model import PLAIN, Block, Run, TextBlock
from core.richtext.runs import merge, split, tidy

_LINE_BREAKS = re.compile(r"\n+")
_LINE = re.compile(r"\n")
_EMPTY_LINES = re.compile(r"\n\n+")


def settle_paragraphs(blocks: list[Block]) -> list[Block]:
    """Return `blocks` tidied; an empty line, or a line that begins like a list item, begins a new paragraph."""
    settled: list[Block] = []
    for block in blocks:
        if not isinstance(block, TextBlock):
            settled.append(block)
            continue
        if block.heading:
            _join_lines(block, " ")
        tidy(block)
        if block.is_paragraph:
            settled += _taken_apart(block)
        elif block.runs:
            if "\n\n" in block.text:
                _join_lines(block, "\n")
            settled.append(block)
    return settled


def _join_lines(block: TextBlock, joint: str) -> None:
    """A heading is one line; a list item may have several, none of them empty."""
    joined: list[Run] = []
    for line in split(block.runs, _LINE_BREAKS):
        if joined:
            joined.append(Run(joint, line[0].look if line[0].look == joined[-1].look else PLAIN))
        joined += line
    block.runs = merge(joined)


def _taken_apart(block: TextBlock) -> list[TextBlock]:
    text = block.text
    if "\n" not in text:
        return [block] if text else []
    separator = _LINE if any(TYPED_MARKER.match(line) for line in text.split("\n")) else _EMPTY_LINES
    parts = [replace(block, runs=line) for line in split(block.runs, separator)]
    for part in parts[1:]:
        part.key, part.marker = "", None
    for part in parts:
        tidy(part)
    return [part for part in parts if part.runs]

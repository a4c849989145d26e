"""One paragraph a block: empty ones dropped, those glued together with <br> taken apart."""

from dataclasses import replace

from core.richtext.lists import TYPED_MARKER
from core.richtext.model import Block, TextBlock
from core.richtext.runs import split_lines, tidy


def settle_paragraphs(blocks: list[Block]) -> list[Block]:
    """Return `blocks` tidied; an empty line, or a line that begins like a list item, begins a new paragraph."""
    settled: list[Block] = []
    for block in blocks:
        if not isinstance(block, TextBlock):
            settled.append(block)
            continue
        tidy(block)
        if block.is_paragraph and block.marker is None:
            settled += _taken_apart(block)
        elif block.runs:
            settled.append(block)
    return settled


def _taken_apart(block: TextBlock) -> list[TextBlock]:
    text = block.text
    if "\n" not in text:
        return [block] if text else []
    separator = "\n" if any(TYPED_MARKER.match(line) for line in text.split("\n")) else "\n\n"
    parts = [replace(block, runs=line) for line in split_lines(block.runs, separator)]
    for part in parts[1:]:
        part.key = ""
    for part in parts:
        tidy(part)
    return [part for part in parts if part.runs]

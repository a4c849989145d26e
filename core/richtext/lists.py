"""Lists drawn with characters ("·", "-", "1.") become lists; numbers that a list would change stay as text."""

import re
from itertools import groupby

from core.richtext.model import PLAIN, Block, ListItem, Marker, Run, TextBlock
from core.richtext.runs import cut, merge
from core.text.normalize import clean_text

TYPED_MARKER = re.compile(r"([-–—•●▪■◦○*+►➢❖\uf0b7\uf0a7]|\d{1,3}[.)])[ \t\n]+(?=\S)")
_ONE_DASH = str.maketrans("–—", "--")
_DECIMAL = re.compile(r"(\d{1,3})[.)]$")
_COUNTING = re.compile(
    r"\w[.):]|.*\d|.{3}"
)  # "a)", "1.1", "Điều": everything Word may count with; bullets are one sign


def settle_lists(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with runs of marked paragraphs as list items and every other marker put back as text."""
    for block in blocks:
        if isinstance(block, TextBlock) and block.is_paragraph and block.marker is None:
            block.marker = _typed_marker(block)
    for is_marked, group in groupby(blocks, key=_is_marked_paragraph):
        if is_marked:
            _settle_group([block for block in group if isinstance(block, TextBlock)])
    for block in blocks:
        if isinstance(block, TextBlock):
            _drop_marker(block)
    return blocks


def _typed_marker(block: TextBlock) -> Marker | None:
    """A bold "1. Mục tiêu" is a heading somebody numbered, not a list item."""
    match = TYPED_MARKER.match(block.text)
    return Marker(match[1]) if match and not (block.is_bold and match[1][0].isdigit()) else None


def _is_marked_paragraph(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.is_paragraph and block.marker is not None


def _settle_group(group: list[TextBlock]) -> None:
    """Turn consecutive marked paragraphs into one list; failing that, the bullets and the numbers among them apart."""
    if not _settle_as_one(group):
        for _kind, part in groupby(group, key=lambda block: (_number(block) is not None, _is_bullet(block))):
            _settle_as_one(list(part))


def _settle_as_one(group: list[TextBlock]) -> bool:
    """Make list items of `group`, or return False: a list would show other numbers than the author wrote."""
    levels = _levels(group)
    expected: dict[int, int] = {}
    items: list[ListItem] = []
    for block, level in zip(group, levels, strict=True):
        expected = {deep: number for deep, number in expected.items() if deep <= level}
        number = _number(block)
        if number is not None:
            expected[level] = expected.get(level, 0) + 1
        if number != expected.get(level) if number is not None else not _is_bullet(block):
            return False
        items.append(ListItem(ordered=number is not None, depth=level))
    if _is_lone(group[0], levels):
        return False
    for block, item in zip(group, items, strict=True):
        block.item = item
    return True


def _levels(group: list[TextBlock]) -> list[int]:
    """Word tells the depth; in typed lists each new kind of marker goes one deeper ("-", then "+")."""
    kinds: list[str] = []
    levels = []
    for block in group:
        marker = block.marker or Marker("")
        if marker.level is not None:
            levels.append(marker.level)
            continue
        kind = "1" if _number(block) else marker.text.translate(_ONE_DASH)
        if kind not in kinds:
            kinds.append(kind)
        levels.append(kinds.index(kind))
    return levels


def _number(block: TextBlock) -> int | None:
    match = _DECIMAL.match(block.marker.text) if block.marker else None
    return int(match[1]) if match else None


def _is_bullet(block: TextBlock) -> bool:
    return block.marker is not None and not _COUNTING.match(block.marker.text)


def _is_lone(first: TextBlock, levels: list[int]) -> bool:
    """A single typed dash or a single number is not a list; a single bullet of Word's is."""
    if _number(first) is not None:
        return levels.count(levels[0]) == 1
    return len(levels) == 1 and first.marker is not None and first.marker.level is None


def _drop_marker(block: TextBlock) -> None:
    """Take a typed marker off an item, and write one of Word's before a paragraph or heading that is no item."""
    marker, block.marker = block.marker, None
    if marker is None:
        return
    if marker.level is None:
        match = TYPED_MARKER.match(block.text)
        if block.item and match:
            block.runs = cut(block.runs, match.end(), len(block.text))
    elif not block.item and marker.text:
        look = block.runs[0].look if block.runs else PLAIN
        block.runs = merge([Run(f"{clean_text(marker.text)} ", look), *block.runs])

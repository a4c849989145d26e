"""Headings: real ones ranked into the levels a page allows, and bold lines that stand for one made real."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.richtext.findings import Findings
from core.richtext.model import Block, TextBlock
from core.richtext.runs import merge

_LONGEST_TITLE = 120
_SHORTEST_BODY = 40
_SENTENCE_END = (".", ",", ";", ":", "!", "?", "…")
_NUMBERED = re.compile(r"(?:[IVX]+|\d+)[.)]")
# I. II. Phần 1, Chương II, Mục 3, or all capitals: the upper of two levels of bold lines.
_UPPER = re.compile(r"[IVX]+[.)]|(?:phần|chương|mục) (?:[IVX]+|\d+|thứ)\b", re.IGNORECASE)


def promote_bold_lines(blocks: list[Block], findings: Findings) -> None:
    """Make a heading of every paragraph that is one bold line, ends no sentence and has body text below it.

    Who sees the page sees a heading there; who hears it must hear one (WCAG 2.2, 1.3.1). A signature at the end stays
    bold: after it come names, not text.
    """
    promoted: list[TextBlock] = []
    has_body_below = False
    for block in reversed(blocks):
        if not isinstance(block, TextBlock) or not block.is_paragraph:
            has_body_below = True
        elif not (block.is_bold and _is_title(block.text)):
            has_body_below = has_body_below or _is_body(block.text)
        elif has_body_below:
            promoted.append(block)
    has_upper = any(_is_upper(block.text) for block in promoted)
    for block in promoted:
        block.heading = 2 if _is_upper(block.text) or not has_upper else 3
    findings.bold_headings += len(promoted)


def _is_title(text: str) -> bool:
    ends_open = not text.endswith(_SENTENCE_END) or (text.endswith(":") and _NUMBERED.match(text) is not None)
    return ends_open and len(text) <= _LONGEST_TITLE and "\n" not in text


def _is_body(text: str) -> bool:
    return len(text) >= _SHORTEST_BODY or text.endswith(_SENTENCE_END)


def _is_upper(text: str) -> bool:
    return text == text.upper() or _UPPER.match(text) is not None


def rank_headings(blocks: list[Block], levels: Sequence[int], *, by_rank: bool) -> None:
    """Bring headings into `levels` (of 2 and 3; none at all makes them bold paragraphs) and drop bold inside them.

    by_rank: the highest level that occurs becomes the first allowed one, as in text from elsewhere, where h1 may be
    the only level; otherwise a level moves to the nearest allowed one.
    """
    headings = [block for block in blocks if isinstance(block, TextBlock) and block.heading]
    used = sorted({block.heading for block in headings})
    for block in headings:
        if not levels:
            block.heading = 0
            block.runs = merge([replace(run, look=replace(run.look, bold=True)) for run in block.runs])
            continue
        rank = min(used.index(block.heading), len(levels) - 1)
        nearest = min(max(block.heading, levels[0]), levels[-1])
        block.heading = levels[rank] if by_rank else nearest
        block.runs = merge([replace(run, look=replace(run.look, bold=False)) for run in block.runs])

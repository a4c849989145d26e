"""Tables as they arrive: real ones with a header row, layout tables, Excel ranges with empty margins."""

import re

from lxml.html import HtmlElement

from core.richtext.model import PLAIN, Block, Cell, Run, TableBlock, TextBlock
from core.richtext.runs import tidy

_EMPTY_LINES = re.compile(r"\n\n+")
_NUMBER = re.compile(r"[\d\s.,%/+-]+$")
_MAX_SPAN = 50


class TableBuilder:
    """Collects the cells of the outermost table while the tree is walked; a table inside a cell is that cell's text."""

    def __init__(self) -> None:
        self.cell: Cell | None = None
        self._table: TableBlock | None = None
        self._depth = 0
        self._in_head = False

    def enter(self, element: HtmlElement, tag: str) -> None:
        """Follow the start of an element."""
        if tag == "table":
            self._depth += 1
            self._table = self._table or TableBlock()
        if self._table is None or self._depth > 1:
            return
        if tag == "thead":
            self._in_head = True
        elif tag == "tr":
            self._table.rows.append([])
        elif tag in {"td", "th"}:
            self.cell = Cell(
                is_head=self._in_head or tag == "th", columns=_span(element, "colspan"), rows=_span(element, "rowspan")
            )
            if not self._table.rows:
                self._table.rows.append([])
            self._table.rows[-1].append(self.cell)

    def leave(self, tag: str) -> TableBlock | None:
        """Follow the end of an element; return the table when it is complete."""
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                finished, self._table, self.cell = self._table, None, None
                return finished
        elif self._depth == 1 and tag in {"td", "th"}:
            self.cell = None
        elif self._depth == 1 and tag == "thead":
            self._in_head = False
        return None


def _span(element: HtmlElement, name: str) -> int:
    value = element.get(name, "1")
    return min(int(value), _MAX_SPAN) if value.isascii() and value.isdigit() and int(value) else 1


def settle_tables(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with empty rows and columns gone, header rows marked, and layout tables turned into text."""
    settled: list[Block] = []
    for block in blocks:
        if isinstance(block, TextBlock):
            settled.append(block)
            continue
        for cell in block.cells:
            tidy(cell.block)
        _drop_empty(block)
        if len(block.rows) > 1 and max(map(len, block.rows)) > 1:
            _mark_head(block)
            for run in (run for cell in block.cells for run in cell.block.runs):
                run.text = _EMPTY_LINES.sub("\n", run.text)
            settled.append(block)
        else:  # one row or one column only places text on a page
            settled += [cell.block for cell in block.cells if cell.block.text]
    return settled


def flatten_tables(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with each row of a table as a paragraph, its cells joined by " | "."""
    flat: list[Block] = []
    for block in blocks:
        if isinstance(block, TextBlock):
            flat.append(block)
        else:
            flat += [_row_as_paragraph(row) for row in block.rows]
    return flat


def _row_as_paragraph(row: list[Cell]) -> TextBlock:
    runs: list[Run] = []
    for cell in row:
        if cell.block.text:
            runs += [Run(" | ", PLAIN)] if runs else []
            runs += [Run(run.text.replace("\n", " "), run.look) for run in cell.block.runs]
    paragraph = TextBlock(runs)
    tidy(paragraph)
    return paragraph


def _drop_empty(table: TableBlock) -> None:
    table.rows = [row for row in table.rows if any(cell.block.text for cell in row)]
    if any(cell.columns > 1 or cell.rows > 1 for cell in table.cells):
        return  # columns of a table with merged cells cannot be counted off
    width = max(map(len, table.rows), default=0)
    used = [place for place in range(width) if any(len(row) > place and row[place].block.text for row in table.rows)]
    table.rows = [[row[place] for place in used if place < len(row)] for row in table.rows]


def _mark_head(table: TableBlock) -> None:
    """The first row heads the columns if it says so, if it alone is bold, or if words stand above numbers."""
    first, rest = table.rows[0], table.rows[1:]
    filled = [cell for cell in first if cell.block.text]
    says_so = all(cell.is_head for cell in first)
    bold = all(cell.block.is_bold for cell in filled) and not all(
        cell.block.is_bold for row in rest for cell in row if cell.block.text
    )
    words = len(filled) == len(first) and not any(_NUMBER.match(cell.block.text) for cell in first)
    numbers_below = any(cell.block.text and _NUMBER.match(cell.block.text) for row in rest for cell in row)
    table.has_head = says_so or bold or (words and numbers_below)

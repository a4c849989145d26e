"""The one way into storage for rich text, from whatever source."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from core.richtext.autolink import link_addresses
from core.richtext.dom import parse_clipboard
from core.richtext.findings import Findings
from core.richtext.headings import promote_bold_lines, rank_headings
from core.richtext.legacy import convert_legacy
from core.richtext.lists import settle_lists
from core.richtext.model import Block, TableBlock, text_blocks
from core.richtext.paragraphs import settle_paragraphs
from core.richtext.reader import Reader
from core.richtext.sanitizer import sanitize
from core.richtext.tables import flatten_tables, settle_tables
from core.richtext.writer import write

HEADING_LEVELS = (2, 3)


@dataclass(frozen=True, slots=True)
class CleanedHtml:
    """html: in the form Draftail stores. notices: Vietnamese sentences about what was changed or refused."""

    html: str
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastedTable:
    """A table as plain text; merged cells repeat nothing: their text stands in the first place, the rest are ""."""

    rows: tuple[tuple[str, ...], ...]
    has_head: bool


@dataclass(frozen=True, slots=True)
class Pasted:
    """A clipboard in pieces for a stream of blocks: rich text and tables, in order."""

    pieces: tuple[str | PastedTable, ...]
    notices: tuple[str, ...] = ()


def clean_pasted_html(html: str, *, headings: Sequence[int] = HEADING_LEVELS, keep_tables: bool = True) -> CleanedHtml:
    """Return markup from any clipboard, form or file as clean structure.

    Headings land in `headings` (of 2 and 3, ascending; empty for none). Tables keep their header row, or become lines
    of text when `keep_tables` is False. Ids of pages and documents are dropped: they mean another unit's. Never fails
    on bad markup; about 1 MB a second.
    """
    findings = Findings()
    blocks = _settled(html, findings, headings, own=False)
    if not keep_tables:
        blocks = _without_tables(blocks, findings)
    return CleanedHtml(sanitize(write(blocks)), findings.sentences())


def clean_pasted_text(text: str, *, headings: Sequence[int] = HEADING_LEVELS) -> CleanedHtml:
    """Return plain text (Zalo, a phone's form) as paragraphs and lists.

    Empty lines part the paragraphs, and single line ends are kept as breaks; without empty lines each line is one.
    """
    return clean_pasted_html(_text_as_html(text), headings=headings)


def read_pasted(html: str, *, headings: Sequence[int] = HEADING_LEVELS) -> Pasted:
    """Return markup from any clipboard as pieces, each one StreamField block's worth."""
    findings = Findings()
    pieces: list[str | PastedTable] = []
    for is_table, group in groupby(
        _settled(html, findings, headings, own=False), key=lambda block: isinstance(block, TableBlock)
    ):
        blocks = list(group)
        if is_table:
            pieces += [_plain_table(block) for block in blocks if isinstance(block, TableBlock)]
        else:
            pieces.append(sanitize(write(blocks)))
    return Pasted(tuple(pieces), findings.sentences())


def clean_rich_text(value: str, *, headings: Sequence[int] = HEADING_LEVELS) -> CleanedHtml:
    """Return a rich text value of our own editor, cleaned again on its way into the database.

    value: database HTML as Wagtail's converter makes it; block keys and links to pages and documents survive. Cleaning
    twice changes nothing. Empty when no text is left, so that a required field notices.
    """
    findings = Findings()
    blocks = _without_tables(_settled(value, findings, headings, own=True), findings)
    return CleanedHtml(sanitize(write(blocks)), findings.sentences())


def _settled(markup: str, findings: Findings, headings: Sequence[int], *, own: bool) -> list[Block]:
    tree, sheet = parse_clipboard(markup)
    blocks = Reader(sheet, findings, own=own).read(tree)
    convert_legacy(text_blocks(blocks), findings)
    blocks = settle_lists(settle_paragraphs(settle_tables(blocks)))
    if headings:
        promote_bold_lines(blocks, findings)
    rank_headings(blocks, headings, by_rank=not own)
    if not own:
        link_addresses(text_blocks(blocks))
    return blocks


def _without_tables(blocks: list[Block], findings: Findings) -> list[Block]:
    findings.flattened_tables += sum(isinstance(block, TableBlock) for block in blocks)
    return flatten_tables(blocks)


def _text_as_html(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if all(line.strip() for line in lines[:-1]):
        return "".join(f"<p>{escape(line)}</p>" for line in lines)
    return "<p>" + "<br>".join(escape(line.strip()) for line in lines) + "</p>"


def _plain_table(table: TableBlock) -> PastedTable:
    rows = [tuple(text for cell in row for text in (cell.block.text, *[""] * (cell.columns - 1))) for row in table.rows]
    width = max(map(len, rows))
    return PastedTable(tuple(row + ("",) * (width - len(row)) for row in rows), table.has_head)

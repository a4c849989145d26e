"""From any HTML to blocks of runs. What is not read here cannot be stored."""

import re
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from core.richtext import links, styles
from core.richtext.context import Context, inner, local_name
from core.richtext.findings import Findings
from core.richtext.images import note_image
from core.richtext.model import Block, Marker, Run, TextBlock
from core.richtext.tables import TableBuilder

_DROPPED = frozenset(
    {
        "script", "style", "template", "noscript", "head", "title", "xml", "svg", "math", "canvas", "map", "nav",
        "button", "input", "select", "textarea", "datalist", "dialog", "del",
    }
)  # fmt: skip
_EMBEDS = frozenset({"iframe", "object", "embed", "video", "audio", "applet"})
_BLOCKS = frozenset(
    {
        "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "menu", "li", "dl", "dt", "dd",
        "table", "caption", "tr", "td", "th", "blockquote", "pre", "section", "article", "header", "footer", "main",
        "aside", "address", "figure", "figcaption", "details", "summary", "center", "form", "fieldset", "legend", "hr",
    }
)  # fmt: skip
_WORD_COMMENT = re.compile(r"\b(?:MsoCommentReference|msocomanchor|msocomtxt)\b")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"),
}


class Reader:
    """Walks a tree once, without recursion, and collects its blocks.

    own: the markup is a value of our own editor, whose block keys and links to this unit's pages and documents are
    kept. In foreign markup those ids would mean another unit's pages.
    """

    def __init__(self, sheet: styles.StyleSheet, findings: Findings, *, own: bool) -> None:
        self._sheet, self._findings, self._own = sheet, findings, own
        self._blocks: list[Block] = []
        self._contexts = [Context()]
        self._tables = TableBuilder()
        self._block: TextBlock | None = None  # the one being written to
        self._marker: str | None = None  # of the paragraph about to begin
        self._line_ended = False  # inside a cell or list item: the next text begins a line

    def read(self, root: HtmlElement) -> list[Block]:
        """Return the blocks under `root` in reading order."""
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipped = None
        for event, element in walker:
            if event == "start" and self._enter(element):
                self._write(element.text)
            elif event == "start":
                skipped = element
                walker.skip_subtree()
            else:
                if event == "end" and element is not skipped:
                    self._leave(local_name(element))
                self._write(element.tail)
        return self._blocks

    def _enter(self, element: HtmlElement) -> bool:
        """Open `element`, or return False when nothing inside it is read."""
        tag = local_name(element)
        declarations = self._sheet.of(element)
        if tag in _DROPPED or styles.is_hidden(declarations) or _is_word_comment(element, declarations):
            return False
        if declarations.get("mso-list") == "ignore":
            self._marker = " ".join(element.text_content().split())
            return False
        if tag == "img" or tag in _EMBEDS:
            self._note_media(element, tag)
            return False
        if tag in _BLOCKS:
            self._break()
        context = inner(self._contexts[-1], element, declarations)
        self._contexts.append(self._linked(context, element) if tag == "a" else context)
        self._tables.enter(element, tag)
        if tag == "br":
            self._append("\n")
        return True

    def _leave(self, tag: str) -> None:
        self._contexts.pop()
        if tag in _BLOCKS:
            self._break()
        table = self._tables.leave(tag)
        if table:
            self._blocks.append(table)

    def _break(self) -> None:
        self._block, self._marker, self._line_ended = None, None, True

    def _linked(self, context: Context, element: HtmlElement) -> Context:
        link = links.link_attributes(dict(element.attrib), own=self._own)
        if not link and links.is_unusable(element.get("href", "")):
            self._findings.refused_links += 1
        return replace(context, look=replace(context.look, link=link))

    def _note_media(self, element: HtmlElement, tag: str) -> None:
        if tag in _EMBEDS:
            self._findings.embeds += 1
        else:
            self._append(note_image(element, self._findings))

    def _write(self, text: str | None) -> None:
        """Add the text of an element as it would be shown: white space is one space unless it is preformatted."""
        if not text:
            return
        context = self._contexts[-1]
        text = text.replace("\r\n", "\n") if context.preformatted else _SPACE.sub(" ", text)
        if text == " " and self._block is None:
            return
        table = _SCRIPTS.get(context.script)
        scripted = text.translate(table) if table else text
        # x² is a number raised; "2nd" or a footnote's letter raised is not worth a half-converted word.
        self._append(text if any(char.isalnum() and char.isascii() for char in scripted) else scripted)

    def _append(self, text: str) -> None:
        if not text:
            return
        look = self._contexts[-1].look
        block = self._target()
        if self._line_ended and block.runs:
            block.runs.append(Run("\n", look))
        self._line_ended = False
        block.runs.append(Run(text, look))

    def _target(self) -> TextBlock:
        """Return the block that text now belongs to: the cell's, the list item's, or a new one."""
        context = self._contexts[-1]
        if self._tables.cell:
            self._block = self._tables.cell.block
        elif self._block is None:
            last = self._blocks[-1] if self._blocks else None
            if context.item and isinstance(last, TextBlock) and last.item is context.item:
                self._block = last
            else:
                self._block = self._new_block(context)
                self._blocks.append(self._block)
        return self._block

    def _new_block(self, context: Context) -> TextBlock:
        has_marker = self._marker is not None or context.word_level is not None
        return TextBlock(
            heading=0 if context.item else context.heading,
            item=context.item,
            marker=Marker(self._marker or "", context.word_level or 0) if has_marker else None,
            key=context.key if self._own else "",
        )


def _is_word_comment(element: HtmlElement, declarations: styles.Declarations) -> bool:
    return declarations.get("mso-element") == "comment-list" or (
        _WORD_COMMENT.search(element.get("class", "")) is not None
    )

"""Clipboard markup as a tree, with the rules of its style sheets."""

import re

from lxml.html import HtmlElement

from core.richtext.styles import StyleSheet
from core.text.html import parse_html

# Windows puts a header of byte offsets before the markup ("Version:0.9\r\nStartHTML:…").
_CLIPBOARD_HEADER = re.compile(r"\A\s*Version:[\d.]+\s[^<]*")


def parse_clipboard(markup: str) -> tuple[HtmlElement, StyleSheet]:
    """Return the tree of what was copied and its style sheet."""
    root = parse_html(_CLIPBOARD_HEADER.sub("", markup))
    return root, StyleSheet("\n".join(style.text or "" for style in root.iter("style")))

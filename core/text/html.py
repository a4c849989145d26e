"""The words of an HTML fragment, for search documents, summaries and counts."""

import re

from lxml import etree
from lxml import html as lxml_html

_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title", "xml", "svg", "iframe", "object"})
_INLINE_TAGS = "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong"
_INLINE = frozenset([*_INLINE_TAGS.split(), "sub", "sup", "time", "tt", "u", "var"])
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
_BREAKS = re.compile(r"\s*\n\s*")


def parse_html(markup: str) -> lxml_html.HtmlElement:
    """Parse a fragment or a whole document into a tree that always has a root; never fails on bad markup."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    wrapped = f"<div>{markup.replace(chr(0), '')}</div>"
    return lxml_html.document_fromstring(wrapped.encode("utf-8", "ignore"), parser=parser)


def html_to_text(markup: str) -> str:
    """Return the visible words of `markup`: one line a block, single spaces, entities resolved, no scripts."""
    parts: list[str] = []
    silent_depth = 0
    for event, element in etree.iterwalk(parse_html(markup), events=("start", "end", "comment", "pi")):
        tag = element.tag
        is_element = isinstance(tag, str)
        if event == "start":
            silent_depth += tag in _SILENT
            if not silent_depth:
                parts += ["" if tag in _INLINE else "\n", _one_line(element.text)]
            continue
        if is_element:
            silent_depth -= tag in _SILENT
        if not silent_depth:
            parts += ["\n" if is_element and tag not in _INLINE else "", _one_line(element.tail)]
    return _BREAKS.sub("\n", _SPACES.sub(" ", "".join(parts))).strip()


def _one_line(text: str | None) -> str:
    return text.replace("\n", " ") if text else ""

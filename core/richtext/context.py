"""What the elements around a piece of text say about it."""

from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from core.richtext import styles
from core.richtext.fonts import font_hint
from core.richtext.model import PLAIN, ListItem, Look

_BOLD_TAGS = frozenset({"b", "strong"})
_ITALIC_TAGS = frozenset({"i", "em"})
_LIST_TAGS = frozenset({"ul", "ol", "menu"})
_KEYED_TAGS = frozenset({"p", "li", "h2", "h3"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Context:
    """Inherited state at one point of the tree.

    depth: how many lists enclose it. word_level: depth of a list that Word draws with text, from 0.
    script: "sup", "sub" or "".
    """

    look: Look = PLAIN
    heading: int = 0
    item: ListItem | None = None
    depth: int = 0
    ordered: bool = False
    word_level: int | None = None
    preformatted: bool = False
    script: str = ""
    key: str = ""


def local_name(element: HtmlElement) -> str:
    """Return the tag, or "o:" for all of Word's <o:p>, <st1:place>, <v:shape>: their names mean nothing here."""
    return "o:" if ":" in element.tag else str(element.tag)


def inner(context: Context, element: HtmlElement, declarations: styles.Declarations) -> Context:
    """Return the context inside `element`."""
    tag = local_name(element)
    context = replace(context, look=_look(context.look, element, tag, declarations))
    context = _in_list(context, tag)
    keeps_space = styles.keeps_white_space(declarations)
    return replace(
        context,
        heading=_heading_level(element, tag) or context.heading,
        word_level=_word_level(declarations, context.word_level),
        preformatted=(tag == "pre" or context.preformatted) if keeps_space is None else keeps_space,
        script=tag if tag in {"sup", "sub"} else context.script,
        key=element.get("data-block-key", "") if tag in _KEYED_TAGS else context.key,
    )


def _look(look: Look, element: HtmlElement, tag: str, declarations: styles.Declarations) -> Look:
    bold = styles.is_bold(declarations)
    italic = styles.is_italic(declarations)
    font = element.get("face", "").strip() if tag == "font" else styles.font_of(declarations)
    return replace(
        look,
        bold=(tag in _BOLD_TAGS or look.bold) if bold is None else bold,
        italic=(tag in _ITALIC_TAGS or look.italic) if italic is None else italic,
        hint=font_hint(font) if font else look.hint,
    )


def _in_list(context: Context, tag: str) -> Context:
    if tag in _LIST_TAGS:
        return replace(context, depth=context.depth + 1, ordered=tag == "ol")
    if tag == "li":
        return replace(context, item=ListItem(context.ordered, max(context.depth - 1, 0)))
    return context


def _heading_level(element: HtmlElement, tag: str) -> int:
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    if element.get("role") == "heading":
        level = element.get("aria-level", "")
        return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
    return 1 if "MsoTitle" in element.get("class", "") else 0


def _word_level(declarations: styles.Declarations, inherited: int | None) -> int | None:
    words = declarations.get("mso-list", "").split()
    level = next((word.removeprefix("level") for word in words if word.startswith("level")), "")
    if level.isdigit():
        return min(int(level), 9) - 1
    return None if words == ["none"] else inherited

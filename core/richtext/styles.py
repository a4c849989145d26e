"""The little of CSS that carries meaning in a clipboard: weight, slant, font, visibility, white space, Word's lists."""

import re

from lxml.html import HtmlElement

Declarations = dict[str, str]

_MEANINGFUL = frozenset(
    {
        "font-family", "mso-ascii-font-family", "font-weight", "font-style", "font", "display", "mso-hide",
        "white-space", "mso-list", "mso-element",
    }
)  # fmt: skip
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"([a-z][\w]*)?(?:\.([\w-]+))?$", re.IGNORECASE)
_BOLD = re.compile(r"\b(?:bold|bolder|[6-9]00)\b")


def parse_declarations(css: str) -> Declarations:
    """Return the meaningful declarations of a style attribute, names and values in lower case, quotes removed."""
    found = {name.lower(): value.strip().strip("\"'").lower() for name, value in _DECLARATION.findall(css)}
    return {name: value for name, value in found.items() if name in _MEANINGFUL}


class StyleSheet:
    """Rules of the document's <style> elements by tag and class, the only selectors Word and Excel write."""

    def __init__(self, css: str) -> None:
        self._rules: dict[tuple[str, str], Declarations] = {}
        for selectors, body in _RULE.findall(_COMMENT.sub("", css)):
            declarations = parse_declarations(body)
            for selector in selectors.split(",") if declarations else ():
                match = _SIMPLE.match(selector.strip())
                if match:
                    key = ((match[1] or "").lower(), (match[2] or "").lower())
                    self._rules[key] = self._rules.get(key, {}) | declarations

    def of(self, element: HtmlElement) -> Declarations:
        """Return what applies to `element`: tag rules, then class rules, then its own style attribute."""
        declarations: Declarations = {}
        if self._rules:
            classes = element.get("class", "").lower().split()
            for name in ("", *classes):
                declarations |= self._rules.get(("", name), {}) | self._rules.get((element.tag, name), {})
        style = element.get("style")
        return declarations | parse_declarations(style) if style else declarations


def is_bold(declarations: Declarations) -> bool | None:
    """Return whether the declarations make text bold, or None when they say nothing."""
    weight = declarations.get("font-weight") or declarations.get("font", "")
    if _BOLD.search(weight):
        return True
    return False if "font-weight" in declarations else None


def is_italic(declarations: Declarations) -> bool | None:
    """Return whether the declarations make text italic, or None when they say nothing."""
    slant = declarations.get("font-style") or declarations.get("font", "")
    if "italic" in slant or "oblique" in slant:
        return True
    return False if "font-style" in declarations else None


def is_hidden(declarations: Declarations) -> bool:
    """Return whether the element is not shown at all, in the browser or in Word."""
    return declarations.get("display") == "none" or declarations.get("mso-hide") == "all"


def keeps_white_space(declarations: Declarations) -> bool | None:
    """Return whether line ends in the source are line breaks, or None when nothing is said."""
    value = declarations.get("white-space")
    return value.startswith(("pre", "break-spaces")) if value else None


def font_of(declarations: Declarations) -> str:
    """Return the first font family named, without quotes, or ""."""
    family = declarations.get("font-family") or declarations.get("mso-ascii-font-family", "")
    return family.split(",")[0].strip().strip("\"'")

"""Images in a clipboard: never kept, always counted, except the ones nobody sees."""

import re

from lxml.html import HtmlElement

from core.richtext.findings import Findings
from core.richtext.links import scheme_of

_OFFICE_SCHEMES = frozenset({"file", "data", "blob", "cid", "webkit-fake-url"})
_WORD_OR_DIGIT = re.compile(r"\w")


def note_image(image: HtmlElement, findings: Findings) -> str:
    """Count `image` in `findings` and return the text that stands for it: the emoji it draws, or ""."""
    alt: str = image.get("alt", "").strip()
    if alt and len(alt) <= 16 and not alt.isascii() and not _WORD_OR_DIGIT.search(alt):
        return alt
    if not _is_unseen(image):
        is_office = scheme_of(image.get("src", "")) in _OFFICE_SCHEMES or image.get("v:shapes")
        findings.office_images += bool(is_office)
        findings.web_images += not is_office
    return ""


def _is_unseen(image: HtmlElement) -> bool:
    sizes = [image.get(name, "") for name in ("width", "height")]
    return not image.get("src") or any(size.isdigit() and int(size) <= 3 for size in sizes)

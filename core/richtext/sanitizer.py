"""The last gate: whatever went wrong before it, no other tag, attribute or scheme leaves."""

import nh3

from core.richtext.links import SCHEMES

_KEYED = {"data-block-key"}
_ATTRIBUTES = {
    "a": {"href", "linktype", "id"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    **dict.fromkeys(("p", "h2", "h3", "li"), _KEYED),
}
_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "b", "i", "a", "br", "table", "thead", "tbody", "tr", "th", "td"}


def sanitize(html: str) -> str:
    """Return `html` with only the tags, attributes and link schemes that rich text may store."""
    cleaned = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)
    # Wagtail's reader of stored HTML fails on a <br> that is not closed.
    return cleaned.replace("<br>", "<br/>")

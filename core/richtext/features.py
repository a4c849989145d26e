"""Names that the rich text blocks, the paste plugin and its endpoint share."""

from collections.abc import Iterable

PASTE_FEATURE = "clean-paste"
# What the endpoint may send back; each editor then drops what its own feature list does not have.
EDITOR_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


def heading_levels(features: Iterable[str]) -> tuple[int, ...]:
    """Return the heading levels among Wagtail feature names, ascending: ["h3", "bold"] → (3,)."""
    return tuple(level for level in (2, 3) if f"h{level}" in set(features))

from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from search.attachments.extraction.pages import Page


def read_rtf(content: bytes) -> Iterator[Page]:
    """Yield the document's text as one page."""
    text: str = rtf_to_text(content.decode("latin-1"), encoding="cp1252", errors="ignore")
    yield Page(None, text.replace("|", "\t"))

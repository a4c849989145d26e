"""Documents as files to take away."""

from core.media.models import UnitDocument
from sites.viewdata.cards import FileLink


def file_link(document: UnitDocument) -> FileLink:
    """Return the document's title, address, format and size. No query, no look at the file."""
    return FileLink(document.title, document.url, document.file_extension.upper(), document.file_size or 0)

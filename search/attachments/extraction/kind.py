"""Which reader a file needs, by its bytes alone: its name was given by whoever made it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from search.attachments.extraction.pages import Page
from search.attachments.extraction.unreadable import UnreadableError

Reader = Callable[[bytes], Iterator[Page]]


def reader_of(content: bytes) -> Reader:
    """Return the reader for the file. Each imports its library when it is needed. Raise UnreadableError."""
    if not content:
        raise UnreadableError("empty")
    if content.startswith(b"PK\x03\x04"):
        return _zip_reader(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_reader(content)
    if content.startswith(b"{\\rtf"):
        from search.attachments.extraction.rtf import read_rtf

        return read_rtf
    if b"%PDF-" in content[:1024]:
        from search.attachments.extraction.pdf import read_pdf

        return read_pdf
    raise UnreadableError("foreign")


def _zip_reader(content: bytes) -> Reader:
    from search.attachments.extraction.markup import DIALECTS, read_markup
    from search.attachments.extraction.sheets import read_sheets

    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:200].decode("ascii", "ignore") if "mimetype" in names else ""
            locked = "META-INF/manifest.xml" in names and b"encryption-data" in _head(archive, "META-INF/manifest.xml")
    except (BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("damaged") from error
    if locked:
        raise UnreadableError("password")
    if "xl/workbook.xml" in names or mime.endswith(".spreadsheet"):
        return read_sheets
    if any(dialect.main in names for dialect in DIALECTS):
        return read_markup
    raise UnreadableError("foreign")


def _head(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(1_000_000)


def _ole_reader(content: bytes) -> Reader:
    import olefile

    from search.attachments.extraction.sheets import read_sheets
    from search.attachments.extraction.word import read_word

    try:
        with olefile.OleFileIO(BytesIO(content)) as container:
            streams = set(filter(container.exists, ("EncryptedPackage", "WordDocument", "Workbook", "Book")))
    except OSError as error:
        raise UnreadableError("damaged") from error
    if "EncryptedPackage" in streams:
        raise UnreadableError("password")
    if "WordDocument" in streams:
        return read_word
    if streams:
        return read_sheets
    raise UnreadableError("foreign")

"""Documents that are XML in a ZIP: DOCX, PPTX, ODT, ODP. One pass, in memory that does not grow with the file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from search.attachments.extraction import TEXT_LIMIT
from search.attachments.extraction.pages import Page
from search.attachments.extraction.unreadable import UnreadableError

_CHUNK = 64 * 1024
# Of XML, unpacked. A DOCX of 500 pages has about 20 MB.
_MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class Dialect:
    """main: the part that tells the format. parts: those with text. Then local names of elements: whose text counts,
    that end a line, that stand for a sign, that are skipped whole. is_numbered: each part is a page.
    """

    main: str
    parts: re.Pattern[str]
    texts: frozenset[str]
    lines: frozenset[str]
    signs: Mapping[str, str]
    skipped: frozenset[str] = frozenset()
    is_numbered: bool = False


DIALECTS = (
    Dialect(
        main="word/document.xml",
        parts=re.compile(r"word/(?:document|footnotes|endnotes)\.xml"),
        texts=frozenset({"t"}),
        lines=frozenset({"p", "br", "cr"}),
        signs={"tab": "\t", "softHyphen": "\xad", "noBreakHyphen": "-"},
        # The same text box a second time, for programs older than 2010.
        skipped=frozenset({"Fallback"}),
    ),
    Dialect(
        main="ppt/presentation.xml",
        parts=re.compile(r"ppt/slides/slide\d+\.xml"),
        texts=frozenset({"t"}),
        lines=frozenset({"p", "br"}),
        signs={"tab": "\t"},
        is_numbered=True,
    ),
    Dialect(
        main="content.xml",
        parts=re.compile(r"content\.xml"),
        texts=frozenset({"p", "h"}),
        lines=frozenset({"p", "h", "line-break"}),
        signs={"tab": "\t", "s": " "},
        skipped=frozenset({"tracked-changes"}),
    ),
)


def read_markup(content: bytes) -> Iterator[Page]:
    """Yield the slides of a presentation, or a document as one page. Raise UnreadableError."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            dialect = next(dialect for dialect in DIALECTS if dialect.main in names)
            texts = [
                _text(archive, name, dialect) for name in sorted(filter(dialect.parts.fullmatch, names), key=_order)
            ]
    except (BadZipFile, etree.XMLSyntaxError, NotImplementedError, EOFError) as error:
        raise UnreadableError("damaged") from error
    except RuntimeError as error:  # zipfile's word for an entry under a password
        raise UnreadableError("password") from error
    if dialect.is_numbered:
        yield from (Page(number, text) for number, text in enumerate(texts, start=1))
    else:
        yield Page(None, "\n".join(texts))


def _order(name: str) -> tuple[int, str]:
    figure = re.search(r"\d+", name)
    return (int(figure[0]) if figure else 0, name)


def _text(archive: ZipFile, name: str, dialect: Dialect) -> str:
    listener = _Listener(dialect)
    parser = etree.XMLParser(target=listener, resolve_entities=False, no_network=True, huge_tree=False)
    size = 0
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > _MOST_BYTES:
                raise UnreadableError("too_heavy")
            parser.feed(chunk)
            if listener.length > TEXT_LIMIT:  # what follows would be cut off anyway
                return "".join(listener.found)
    parser.close()
    return "".join(listener.found)


class _Listener:
    """Hears the elements of a part in order and keeps the text that counts."""

    def __init__(self, dialect: Dialect) -> None:
        self.found: list[str] = []
        self.length = 0
        self._dialect = dialect
        self._inside = self._skipping = 0

    def start(self, tag: str | bytes, attrib: object) -> None:
        name = etree.QName(tag).localname
        self._inside += name in self._dialect.texts
        self._skipping += name in self._dialect.skipped
        if not self._skipping:
            self.found.append(self._dialect.signs.get(name, ""))

    def end(self, tag: str | bytes) -> None:
        name = etree.QName(tag).localname
        self._inside -= name in self._dialect.texts
        self._skipping -= name in self._dialect.skipped
        if name in self._dialect.lines:
            self.found.append("\n")

    def data(self, data: str | bytes) -> None:
        if self._inside and not self._skipping:
            self.found.append(str(data))
            self.length += len(data)

    def comment(self, text: str | bytes) -> None:
        """A remark of the program that wrote the file."""

    def close(self) -> None:
        """Asked for by lxml at the end of the part."""

"""Word 97–2003. Read here rather than by antiword or catdoc: both drop the code that is ư in TCVN3 (docs/adr/0020).

Source: [MS-DOC] §2.4.1 (retrieving text), §2.5.1 (Fib), §2.9.38 (Clx), §2.9.73 (FcCompressed).
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO

import olefile

from search.attachments.extraction.pages import Page
from search.attachments.extraction.unreadable import UnreadableError

_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_OLDEST = 0x00C1  # nFib of Word 97; older ones have no table of pieces here
_CLX_AT = 0x01A2
_COMPRESSED = 0x4000_0000
_FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*\x14|\x13[^\x13\x14\x15]*\x15")
# Paragraph, line, page and column ends; cell ends; what is drawn as a hyphen, and as one only at a line's end.
_SIGNS = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x07": "\t", "\x1e": "-", "\x1f": "\xad"}
)


def read_word(content: bytes) -> Iterator[Page]:
    """Yield the document's text as one page: where pages break is known only to the program that lays it out."""
    try:
        with olefile.OleFileIO(BytesIO(content)) as container:
            stream = container.openstream("WordDocument").read()
            version, flags = struct.unpack_from("<2xH6xH", stream)
            if flags & _ENCRYPTED:
                raise UnreadableError("password")
            if version < _OLDEST:
                raise UnreadableError("foreign")
            table = container.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
        text = "".join(_pieces(stream, table))
    except (struct.error, IndexError, OSError) as error:
        raise UnreadableError("damaged") from error
    while (without := _FIELD_CODE.sub("", text)) != text:
        text = without
    yield Page(None, text.translate(_SIGNS))


def _pieces(stream: bytes, table: bytes) -> Iterator[str]:
    start, length = struct.unpack_from("<II", stream, _CLX_AT)
    plan = table[start : start + length]
    at = 0
    while plan[at] == 1:  # formatting that pieces refer to
        at += 3 + struct.unpack_from("<H", plan, at + 1)[0]
    count = (struct.unpack_from("<I", plan, at + 1)[0] - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plan, at + 5)
    for number in range(count):
        (where,) = struct.unpack_from("<I", plan, at + 5 + 4 * (count + 1) + 8 * number + 2)
        letters = ends[number + 1] - ends[number]
        if where & _COMPRESSED:
            begin = (where & ~_COMPRESSED) // 2
            yield stream[begin : begin + letters].decode("cp1252", "replace")
        else:
            yield stream[where : where + 2 * letters].decode("utf-16-le", "replace")

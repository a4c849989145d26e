import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from search.attachments.extraction.pages import Page
from search.attachments.extraction.unreadable import UnreadableError

# A scan often carries some letters: a page number, or the stamp of a digital signature with a name and a time.
_FEW_LETTERS, _STAMP_LETTERS = 60, 300
_STAMP = re.compile("người ký|ký bởi|ký ngày|thời gian ký|signed by", re.IGNORECASE)
_MOST_OF_THE_PAGE = 0.5


def read_pdf(content: bytes) -> Iterator[Page]:
    """Yield the text of each page as PDFium puts it in order. Raise UnreadableError."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        reason = "password" if "password" in str(error).lower() else "damaged"
        raise UnreadableError(reason) from error
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:  # one broken page of an otherwise good document
            continue
        yield Page(number + 1, text, is_picture=_is_picture(page, text))


def _is_picture(page: pypdfium2.PdfPage, text: str) -> bool:
    """Return whether the page is a picture of a page, whose words nobody can find."""
    if sum(map(str.isalpha, text)) >= (_STAMP_LETTERS if _STAMP.search(text) else _FEW_LETTERS):
        return False
    area = page.get_width() * page.get_height()
    covered = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered >= area * _MOST_OF_THE_PAGE

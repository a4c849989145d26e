"""A document as a scan would show it: black on white A4, drawn with the product's own font."""

import io
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from infra.demo.pdf import Sheet, write_pdf

PAGE = (1240, 1754)  # A4 at 150 dots an inch
MARGIN, LINE, LETTERS = 130, 40, 78
_SIZE, _HEAD_SIZE, _WEIGHT = 26, 30, 450
_BOTTOM = PAGE[1] - 150


@dataclass(frozen=True, slots=True)
class Letter:
    """heading: who issued it. lines: paragraphs of plain text."""

    heading: str
    number: str
    day: str
    title: str
    lines: tuple[str, ...]


def draw_letter(letter: Letter, *, has_words: bool = True) -> bytes:
    """Return the document as a PDF of pictures, about 30 KB a page. has_words: a layer of text lies below them."""
    sheets: list[Sheet] = []
    picture = Image.new("1", PAGE, 1)
    at = _BOTTOM
    for text, size, gap in _rows(letter):
        if at + LINE > _BOTTOM:
            picture = Image.new("1", PAGE, 1)
            sheets.append(Sheet(picture=picture))
            at = MARGIN
        _write(ImageDraw.Draw(picture), (MARGIN, at), text, size)
        if has_words:
            sheets[-1].lines.append(text)
        at += LINE + gap
    return write_pdf(sheets)


def docx_letter(letter: Letter) -> bytes:
    """Return the document as Word keeps it."""
    lines = (letter.heading.upper(), f"Số: {letter.number}", letter.day, letter.title, *letter.lines)
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{paragraphs}</w:body></w:document>')
    return target.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/></Types>"""
_RELATIONS = f"""<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Target="word/document.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""


def _rows(letter: Letter) -> Iterator[tuple[str, int, int]]:
    """Yield text, size and the space below of each line."""
    yield letter.heading.upper(), _HEAD_SIZE, 8
    yield f"Số: {letter.number}", _SIZE, 0
    yield letter.day, _SIZE, 30
    for line in textwrap.wrap(letter.title, 66):
        yield line, _HEAD_SIZE, 4
    yield "", _SIZE, 0
    for paragraph in letter.lines:
        for line in textwrap.wrap(paragraph, LETTERS):
            yield line, _SIZE, 0
        yield "", _SIZE, -16
    yield "(Văn bản minh họa của mạng lưới dùng thử)", _SIZE, 0


def _write(page: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int) -> None:
    """Write a line whose letters come from two files: the font is split as browsers fetch it."""
    x, y = at
    for letter in text:
        font = _font("vietnamese" if 0x100 <= ord(letter) < 0x2000 else "latin", size)
        page.text((x, y), letter, font=font, fill=0)
        x += round(font.getlength(letter))


@cache
def _font(script: str, size: int) -> ImageFont.FreeTypeFont:
    path = Path(settings.BASE_DIR) / "core" / "static" / "fonts" / f"public-sans-{script}-wght-normal.woff2"
    font = ImageFont.truetype(str(path), size)
    font.set_variation_by_axes([_WEIGHT])
    return font

"""A document as a scan would show it: black on white A4, drawn with the product's own font."""

import io
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

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


def draw_letter(letter: Letter) -> bytes:
    """Return the document as a PDF of pictures, about 30 KB a page."""
    pages: list[Image.Image] = []
    at = _BOTTOM
    for text, size, gap in _rows(letter):
        if at + LINE > _BOTTOM:
            pages.append(Image.new("1", PAGE, 1))
            at = MARGIN
        _write(ImageDraw.Draw(pages[-1]), (MARGIN, at), text, size)
        at += LINE + gap
    target = io.BytesIO()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=150, title=letter.number)
    return target.getvalue()


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

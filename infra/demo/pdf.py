"""A PDF of pictures of pages with their words beneath, as scanners with recognition of letters make them."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PIL import Image

A4 = (595, 842)
_FONT_SIZE, _LEADING, _TOP, _LEFT = 10, 14, 780, 50


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. lines: the words it can be searched by. picture: what readers see, in black and white (mode "1")."""

    lines: list[str] = field(default_factory=list)
    picture: Image.Image | None = None


def write_pdf(sheets: Sequence[Sheet]) -> bytes:
    """Return the pages as a PDF. Its words are invisible: no font is embedded, only what each code means."""
    letters = sorted({letter for sheet in sheets for line in sheet.lines for letter in line})
    objects = list(_objects(sheets, {letter: code for code, letter in enumerate(letters, start=1)}))
    content = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(content + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def _objects(sheets: Sequence[Sheet], codes: dict[str, int]) -> Iterator[bytes]:
    """Yield catalog, list of pages, the font in four parts, then page, content and picture of each sheet."""
    kids = b" ".join(b"%d 0 R" % (7 + 3 * index) for index in range(len(sheets)))
    yield b"<</Type/Catalog/Pages 2 0 R>>"
    yield b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(sheets))
    name = b"/BaseFont/Words"
    yield b"<</Type/Font/Subtype/Type0%b/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>" % name
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    yield b"<</Type/Font/Subtype/CIDFontType2%b%b/FontDescriptor 5 0 R/DW 500>>" % (name, system)
    yield b"<</Type/FontDescriptor/FontName/Words/Flags 4/FontBBox[0 0 500 700]/ItalicAngle 0/Ascent 700/Descent 0>>"
    yield _stream(b"", _meanings(codes))
    for index, sheet in enumerate(sheets):
        yield _page(9 + 3 * index, has_picture=sheet.picture is not None)
        yield _stream(b"", _content(sheet, codes))
        yield _picture(sheet.picture) if sheet.picture else b"null"


def _page(last: int, *, has_picture: bool) -> bytes:
    picture = b"/XObject<</Scan %d 0 R>>" % last if has_picture else b""
    resources = b"<</Font<</Words 3 0 R>>%b>>" % picture
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources%b/Contents %d 0 R>>" % (*A4, resources, last - 1)


def _content(sheet: Sheet, codes: dict[str, int]) -> bytes:
    drawn = b"q %d 0 0 %d 0 0 cm /Scan Do Q\n" % A4 if sheet.picture else b""
    lines = b"".join(b"<%b> Tj T*\n" % "".join(f"{codes[x]:04X}" for x in line).encode() for line in sheet.lines)
    text = b"BT 3 Tr /Words %d Tf %d TL %d %d Td\n%bET" % (_FONT_SIZE, _LEADING, _LEFT, _TOP, lines)
    return drawn + text


def _meanings(codes: dict[str, int]) -> bytes:
    pairs = [f"<{code:04X}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()]
    blocks = (pairs[at : at + 100] for at in range(0, len(pairs), 100))
    listed = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    head = "/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    return f"{head}{listed}\nendcmap\nend".encode()


def _picture(image: Image.Image) -> bytes:
    size = b"/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1" % image.size
    return _stream(b"/Type/XObject/Subtype/Image" + size, image.tobytes())


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(packed), packed)

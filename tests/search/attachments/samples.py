"""Files as people and attackers make them. The two .doc beside this file come from LibreOffice."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from django.core.files.base import ContentFile
from openpyxl import Workbook
from PIL import Image

from core.media.models import UnitDocument
from infra.demo.pdf import Sheet, write_pdf
from sites.models import ArticlePage, SectionPage

HERE = Path(__file__).parent
SENTENCE = "Hướng dẫn tuyển sinh lớp 10, ưu tiên người dân tộc thiểu số."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODT = f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0"'


def pdf(*pages: Sequence[str]) -> bytes:
    return write_pdf([Sheet(list(lines)) for lines in pages])


def scan() -> bytes:
    """Two pages of pictures, the first with the line that a digital signature leaves."""
    paper = Image.new("1", (124, 175), 1)
    return write_pdf(
        [
            Sheet(
                ["Người ký: Sở Giáo dục và Đào tạo tỉnh Quảng Trị", "Thời gian ký: 24.11.2026 08:15:00 +07:00"], paper
            ),
            Sheet([], paper),
        ]
    )


def docx(*paragraphs: str, inner: str = "") -> bytes:
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{runs}{inner}</w:body></w:document>"})


def odt(*paragraphs: str) -> bytes:
    lines = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    body = f"<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>{lines}"
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODT}><office:text>{body}</office:text></office:document-content>",
    })  # fmt: skip


def xlsx(**sheets: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook; a sheet whose name begins with an underscore is hidden."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("_") else "visible"
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def rtf(text: str) -> bytes:
    """Return the text as RTF writes it: codes of Windows-1252 as bytes, everything else as numbers."""
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "".join(map(_rtf_sign, text)) + "\\par}").encode("ascii")


def _rtf_sign(letter: str) -> str:
    code = ord(letter)
    if code == 0xAD:
        return "\\-"
    return letter if code < 128 else f"\\'{code:02x}" if code < 256 else f"\\u{code}?"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # With a day of its own, so that the same parts are the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def zip_bomb() -> bytes:
    """A DOCX of 300 KB that unpacks to 300 MB of nothing."""
    return zipped({"word/document.xml": f"<w:document {W}>" + " " * 300_000_000 + "</w:document>"})


def laughing_docx() -> bytes:
    """Entities of entities: a few hundred bytes that stand for a billion letters."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE d [<!ENTITY a0 "ha">{entities}]><w:document {W}><w:p><w:t>&a9;</w:t></w:p></w:document>'
    return zipped({"word/document.xml": text})


def deep_docx() -> bytes:
    return docx(inner="<w:p>" * 100_000 + "</w:p>" * 100_000)


def locked_docx() -> bytes:
    """An archive whose one part claims to be under a password."""
    content = bytearray(docx(SENTENCE))
    for signature, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags_at] |= 1
    return bytes(content)


def locked_pdf() -> bytes:
    """A PDF with a key that no empty password opens."""
    entry = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>>/ID[<00><00>]" % (b"5a" * 32, b"a5" * 32)
    return pdf([SENTENCE]).replace(b"/Root 1 0 R>>", b"/Root 1 0 R" + entry + b">>")


def greedy_pdf() -> bytes:
    """A page whose content unpacks to 1.2 GB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 12_000_000) for _ in range(100)) + packer.flush()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(packed), packed),
    )
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF\n"


def picture() -> ContentFile[bytes]:
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(target, "PNG")
    return ContentFile(target.getvalue())


def publish_with(content: bytes, name: str = "ke-hoach.docx", title: str = "Thông báo") -> ArticlePage:
    """Publish a post of the active unit that shows the file."""
    document = UnitDocument(title="Kế hoạch năm học")
    document.file.save(name, ContentFile(content), save=False)
    document.save()
    page = ArticlePage(title=title, live=False, body=[("document", document)])
    SectionPage.objects.first().add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page

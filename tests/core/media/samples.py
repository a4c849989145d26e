"""Files to upload, made by code."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

pillow_heif.register_heif_opener()

ORIENTATION = 0x0112
GPS = 0x8825
SECRET = b"16.8163,107.1003"  # a place that must not leave the phone


def picture(width: int = 320, height: int = 200, *, mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue (in RGB), so that a turn or a flip shows."""
    drawn = Image.new("RGB", (width, height), (200, 30, 30))
    drawn.paste((30, 30, 200), (width // 2, 0, width, height))
    return drawn.quantize() if mode == "P" else drawn.convert(mode)


def noise(width: int, height: int, *, mode: str = "RGB") -> Image.Image:
    """A picture that hardly compresses, like a photograph of leaves."""
    grain = Image.effect_noise((max(1, width // 8), max(1, height // 8)), 90).resize((width, height), Image.BICUBIC)
    slope = Image.linear_gradient("L").resize((width, height))
    bands = {"L": [grain], "RGB": [grain, slope, grain], "RGBA": [grain, slope, grain, slope]}[mode]
    return bands[0] if mode == "L" else Image.merge(mode, bands)


def image_bytes(image: Image.Image, kind: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def phone_photo(width: int = 4000, height: int = 3000, *, turned: int = 6, quality: int = 100) -> bytes:
    """A JPEG as a phone writes it: lying on its side, with EXIF, a place and XMP."""
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    exif[0x010F] = "PhoneMaker"
    exif.get_ifd(GPS)[0x1D] = SECRET.decode()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>"
    return image_bytes(
        noise(width, height), "JPEG", quality=quality, subsampling=0, exif=exif.tobytes(), xmp=xmp, comment=SECRET
    )


def swapped_profile() -> bytes:
    """An ICC profile in which red and green have changed places: whoever ignores it shows a red wall green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmp_").replace(b"gXYZ", b"rXYZ").replace(b"tmp_", b"gXYZ")


def png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims any size: what a decompression bomb looks like from outside."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def pdf(text: bytes = b"Ke hoach") -> bytes:
    return b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + text + b"\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def archive(entries: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return target.getvalue()


def office(kind: str, **extra: bytes) -> bytes:
    part = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}[kind]
    return archive({"[Content_Types].xml": b"<Types/>", part: b"<part/>", **extra})


def open_document(kind: str) -> bytes:
    mime = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}[kind]
    return archive({"mimetype": b"application/vnd.oasis.opendocument." + mime.encode(), "content.xml": b"<content/>"})


def old_office(*streams: str) -> bytes:
    """An Office 97-2003 container's signature and directory names."""
    names = b"".join(stream.encode("utf-16-le") + b"\0\0" + b"\0" * 32 for stream in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + names


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)

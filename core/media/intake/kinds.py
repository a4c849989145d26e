"""The kinds of file that are taken, and what the bytes of any file say it is."""

from collections.abc import Mapping
from dataclasses import dataclass

import filetype
from pillow_heif import get_file_mimetype

# Enough for every signature looked for here.
HEAD_LENGTH = 8192


@dataclass(frozen=True)
class Kind:
    """One taken kind: extensions (lower case, the stored one first), what an editor calls it, and its MIME type."""

    extensions: tuple[str, ...]
    label: str
    mime: str


IMAGES: Mapping[str, Kind] = {
    "jpeg": Kind(("jpg", "jpeg", "jpe", "jfif"), "ảnh JPEG", "image/jpeg"),
    "png": Kind(("png",), "ảnh PNG", "image/png"),
    "webp": Kind(("webp",), "ảnh WebP", "image/webp"),
    "gif": Kind(("gif",), "ảnh GIF", "image/gif"),
    "heic": Kind(("heic", "heif"), "ảnh HEIC", "image/heic"),
}
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
DOCUMENTS: Mapping[str, Kind] = {
    "pdf": Kind(("pdf",), "PDF", "application/pdf"),
    "doc": Kind(("doc",), "Word (.doc)", "application/msword"),
    "docx": Kind(("docx",), "Word (.docx)", _OPEN_XML + "wordprocessingml.document"),
    "xls": Kind(("xls",), "Excel (.xls)", "application/vnd.ms-excel"),
    "xlsx": Kind(("xlsx",), "Excel (.xlsx)", _OPEN_XML + "spreadsheetml.sheet"),
    "ppt": Kind(("ppt",), "PowerPoint (.ppt)", "application/vnd.ms-powerpoint"),
    "pptx": Kind(("pptx",), "PowerPoint (.pptx)", _OPEN_XML + "presentationml.presentation"),
    "odt": Kind(("odt",), "OpenDocument (.odt)", _OPEN_DOCUMENT + "text"),
    "ods": Kind(("ods",), "OpenDocument (.ods)", _OPEN_DOCUMENT + "spreadsheet"),
    "odp": Kind(("odp",), "OpenDocument (.odp)", _OPEN_DOCUMENT + "presentation"),
    "rtf": Kind(("rtf",), "RTF", "application/rtf"),
    "zip": Kind(("zip",), "ZIP", "application/zip"),
}
MIME_TYPES: Mapping[str, str] = {kind.extensions[0]: kind.mime for kind in (*IMAGES.values(), *DOCUMENTS.values())}

# filetype's own names for what is one kind here.
_SAME_KIND = {"jpg": "jpeg", "apng": "png", "heif": "heic"}


def sniff(head: bytes) -> str:
    """Return what the first HEAD_LENGTH bytes of a file are: a key of IMAGES, `pdf`, `zip`, `ole`, `rtf`, `svg`,
    `html`, another extension that the filetype library knows (`exe`, `mp4`), or "" when nothing recognizes them.

    Office containers stay `zip` and `ole`: what is inside is told by core.media.intake.containers.
    """
    if head[4:8] == b"ftyp" and get_file_mimetype(head) in {"image/heic", "image/heif"}:
        return "heic"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if b"%PDF-" in head[:1024]:  # scanners put a line of their own before the header, and readers allow it
        return "pdf"
    if markup := _markup(head):
        return markup
    guess = filetype.guess_extension(head) or ""
    return _SAME_KIND.get(guess, guess)


def label(kind: str) -> str:
    """Return how an editor would call `kind`: "ảnh JPEG", or the bare name of a kind that is not taken ("EXE")."""
    taken = IMAGES.get(kind) or DOCUMENTS.get(kind)
    return taken.label if taken else kind.upper()


def _markup(head: bytes) -> str:
    # Without its zero bytes UTF-16 reads like UTF-8, as far as tags are concerned.
    text = head.decode("utf-8", "ignore").replace("\0", "").lstrip("\ufeff \t\r\n").lower()
    if not text.startswith("<"):
        return ""
    if "<svg" in text or "<!doctype svg" in text:
        return "svg"
    if text.startswith(("<!doctype html", "<html", "<script", "<body", "<head")):
        return "html"
    return "xml" if text.startswith("<?xml") else ""

"""What leaves intake: bytes that may be stored, with what was learnt about them."""

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile, File
from django.utils.text import slugify

from core.text.fold import fold

# With the schema, the token and the longest suffix of a rendition a path stays within the column's 100 characters.
STEM_LENGTH = 40


if TYPE_CHECKING:
    Upload = File[bytes]
    BytesFile = ContentFile[bytes]
else:
    Upload, BytesFile = File, ContentFile  # Django's classes take no parameter at run time


class AcceptedFile(BytesFile):
    """Bytes that may be stored, under an ASCII name; may be assigned to an image's or a document's `file` as it is.

    sha256: of the bytes, 64 hexadecimal characters. content_type: the real MIME type, not the uploader's claim.
    """

    def __init__(self, content: bytes, *, name: str, content_type: str) -> None:
        super().__init__(content, name)
        self.content_type = content_type
        self.sha256 = hashlib.sha256(content).hexdigest()


class AcceptedImage(AcceptedFile):
    """An upright sRGB picture without metadata, its longer side at most 2,560 pixels. width, height: pixels."""

    def __init__(self, content: bytes, *, name: str, content_type: str, size: tuple[int, int]) -> None:
        super().__init__(content, name=name, content_type=content_type)
        self.width, self.height = size


class AcceptedDocument(AcceptedFile):
    """A document whose content is what its name says; the bytes are the uploader's own."""


def stored_name(uploaded_name: str, *, extension: str, fallback: str) -> str:
    """Return `anh-le-khai-giang.jpg` for "Ảnh lễ khai giảng.HEIC"; `fallback` when no letter or digit is left."""
    stem = slugify(fold(PurePath(uploaded_name).stem))[:STEM_LENGTH].strip("-_")
    return f"{stem or fallback}.{extension}"

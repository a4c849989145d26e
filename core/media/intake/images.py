"""A picture on its way in: weigh, identify, decode and shrink, colours, encode."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image

from core.media.intake.accepted import AcceptedImage, Upload, stored_name
from core.media.intake.color import to_srgb
from core.media.intake.decode import decode
from core.media.intake.kinds import HEAD_LENGTH, IMAGES, sniff
from core.media.intake.naming import refuse_lie
from core.media.intake.weight import MEGABYTE, refuse_empty, refuse_heavy_image

_JPEG_QUALITY = 88
# Drawings and screenshots stay sharp as PNG; a photograph saved as PNG would not get smaller than this.
_PNG_LIMIT = 3 * MEGABYTE
_DRAWING_KINDS = frozenset({"png", "gif"})


def accept_image(file: Upload) -> AcceptedImage:
    """Return what may be stored of an uploaded picture: upright, sRGB, at most 2,560 pixels a side, no metadata.

    file: the upload, read from its start; `name` may lack an extension. Photographs become JPEG, drawings and
    anything transparent PNG; of an animation the first frame is kept. Raise IntakeRefused with a sentence for the
    editor. A 50-megapixel photograph takes about a second and at most 400 MB.
    """
    refuse_empty(file)
    refuse_heavy_image(file)
    file.seek(0)
    kind = sniff(file.read(HEAD_LENGTH))
    refuse_lie(file.name or "", kind=kind, taken=IMAGES, expected=_("ảnh JPEG, PNG, WebP, GIF, HEIC"))
    return encode_picture(to_srgb(decode(file)), kind=kind, uploaded_name=file.name or "")


def encode_picture(picture: Image.Image, *, kind: str, uploaded_name: str) -> AcceptedImage:
    """Return the picture as what may be stored. kind: what it came as, a key of `IMAGES`; decides JPEG or PNG."""
    stored = "png" if kind in _DRAWING_KINDS or picture.mode == "RGBA" else "jpeg"
    content = _save(picture, stored)
    if stored == "png" and picture.mode != "RGBA" and len(content) > _PNG_LIMIT:
        stored, content = "jpeg", _save(picture, "jpeg")
    name = stored_name(uploaded_name, extension=IMAGES[stored].extensions[0], fallback="anh")
    return AcceptedImage(content, name=name, content_type=IMAGES[stored].mime, size=picture.size)


def _save(picture: Image.Image, stored: str) -> bytes:
    target = BytesIO()
    if stored == "png":
        picture.save(target, "PNG", optimize=False, compress_level=6)
    else:
        picture.save(target, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return target.getvalue()

"""Step 3 for pictures: from bytes to at most 2,560 pixels a side, without ever holding much more than the pixels."""

import struct
import threading
from collections.abc import Mapping

import pillow_heif
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from core.media.intake.accepted import Upload
from core.media.intake.refusal import IntakeRefused

LONG_SIDE = 2560
_BAND_HEIGHT = 64
_ORIENTATION_TAG = 0x0112
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
# Megapixels, so that no picture takes more than 400 MB while it is decoded; measured in tests/core/media/intake:
# a JPEG is scaled down by its own decoder, a WebP decoder keeps two RGBA canvases besides Pillow's copy.
_MEGAPIXELS: Mapping[str, int] = {"WEBP": 20}
_MEGAPIXELS_OTHERWISE = 52
# What Pillow's and libheif's decoders raise for bytes that are missing or wrong (found by flipping bytes).
_DECODER_ERRORS = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, RuntimeError, struct.error)
# One picture at a time in each process: the bound above is then the process's, not each thread's.
_decoding = threading.Lock()

pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def decode(file: Upload) -> Image.Image:
    """Return the first frame of `file` upright, its longer side at most LONG_SIDE pixels, with only its colour profile.

    The mode is L, RGB, RGBA or CMYK. Raise IntakeRefused when there are too many pixels, or bytes missing or wrong.
    """
    file.seek(0)
    try:
        with Image.open(file, formats=_FORMATS) as source, _decoding:
            _refuse_many_pixels(source)
            orientation = _orientation(source)
            profile = source.info.get("icc_profile")
            picture = ImageOps.exif_transpose(_tagged(_shrink(source), orientation))
    except IntakeRefused:
        raise
    except Image.DecompressionBombError as error:
        raise IntakeRefused(_too_many_pixels_text(_MEGAPIXELS_OTHERWISE), code="too_many_pixels") from error
    except _DECODER_ERRORS as error:
        raise _damaged(error) from error
    picture.info = {"icc_profile": profile} if profile else {}
    return picture


def _refuse_many_pixels(source: Image.Image) -> None:
    limit = _MEGAPIXELS.get(source.format or "", _MEGAPIXELS_OTHERWISE)
    if source.width * source.height > limit * 1_000_000:
        raise IntakeRefused(_too_many_pixels_text(limit), code="too_many_pixels")


def _too_many_pixels_text(limit: int) -> str:
    return _(
        "Ảnh này có quá %(limit)s triệu điểm ảnh nên máy chủ không xử lý. Hãy lưu ảnh ở cỡ nhỏ hơn rồi tải lại."
    ) % {"limit": limit}


def _damaged(error: Exception) -> IntakeRefused:
    if "truncated" in str(error):
        return IntakeRefused(
            _("Ảnh này thiếu phần cuối, có thể do mạng ngắt giữa chừng. Hãy chọn lại ảnh gốc rồi tải lên."),
            code="truncated",
        )
    return IntakeRefused(
        _("Ảnh này bị hỏng nên không mở được. Hãy mở thử trên máy, lưu lại thành ảnh mới rồi tải lên."), code="damaged"
    )


def _orientation(source: Image.Image) -> int:
    try:
        return int(source.getexif().get(_ORIENTATION_TAG, 1))
    except _DECODER_ERRORS:  # broken EXIF costs the rotation, not the photo
        return 1


def _tagged(picture: Image.Image, orientation: int) -> Image.Image:
    picture.getexif()[_ORIENTATION_TAG] = orientation
    return picture


def _shrink(source: Image.Image) -> Image.Image:
    """Scale by whole steps band by band, so that no second full-size copy exists, then to the exact size."""
    source.draft(None, (LONG_SIDE, LONG_SIDE))  # a JPEG decodes at 1/2, 1/4 or 1/8; other formats ignore it
    source.load()
    mode = _working_mode(source)
    step = max(1, max(source.size) // LONG_SIDE)
    width, height = max(1, source.width // step), max(1, source.height // step)
    small = Image.new(mode, (width, height))
    for top in range(0, height, _BAND_HEIGHT):
        bottom = min(height, top + _BAND_HEIGHT)
        band = source.crop((0, top * step, width * step, bottom * step)).convert(mode)
        small.paste(band.reduce(step) if step > 1 else band, (0, top))
    source.close()
    small.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    return small


def _working_mode(source: Image.Image) -> str:
    if source.has_transparency_data:
        return "RGBA"
    if source.mode in {"L", "1", "I;16", "I;16B", "I"}:
        return "L"
    return source.mode if source.mode in {"RGB", "CMYK"} else "RGB"

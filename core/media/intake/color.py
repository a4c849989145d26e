"""Step 4 for pictures: every screen shows sRGB, so every stored picture is sRGB and needs no profile."""

from io import BytesIO

from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")


def to_srgb(picture: Image.Image) -> Image.Image:
    """Return `picture` in mode L, RGB or RGBA with its colours converted from the embedded profile to sRGB.

    A profile that is broken or of another colour model is ignored, as browsers do. The result carries no metadata.
    """
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    profile = picture.info.pop("icc_profile", None)
    if profile and picture.mode != "L":
        try:
            picture = ImageCms.profileToProfile(picture, BytesIO(profile), _SRGB, outputMode=mode) or picture
        except (ImageCms.PyCMSError, OSError, ValueError):
            picture.info.clear()
    if picture.mode not in {"L", "RGB", "RGBA"}:
        picture = picture.convert(mode)
    picture.info.clear()
    return picture

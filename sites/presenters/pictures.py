"""Images of the active unit in the sizes readers get. A page's images are looked up together: one query for all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.storage import default_storage

from core.frontend.pictures import Picture
from core.media.models import UnitImage
from core.media.models.image import UnitRendition
from core.media.sizes import JPEG_SPEC, READER_SPECS, WEBP_SPECS


@dataclass(frozen=True, slots=True)
class _Size:
    url: str
    width: int
    height: int


class PictureShelf:
    """The renditions of some images. Costs one query, one more when sizes are missing because the worker is behind."""

    def __init__(self, image_ids: Iterable[int | None]) -> None:
        wanted = {pk for pk in image_ids if pk}
        self._sizes: dict[int, dict[str, _Size]] = {}
        self._originals: dict[int, UnitImage] = {}
        if not wanted:
            return
        made = UnitRendition.objects.filter(image_id__in=wanted, filter_spec__in=READER_SPECS)
        for image_id, spec, name, width, height in made.values_list(
            "image_id", "filter_spec", "file", "width", "height"
        ):
            self._sizes.setdefault(image_id, {})[spec] = _Size(default_storage.url(name), width, height)
        if missing := {pk for pk in wanted if JPEG_SPEC not in self._sizes.get(pk, {})}:
            self._originals = UnitImage.objects.in_bulk(missing)

    def picture(self, image_id: int | None, alt: str = "") -> Picture | None:
        """Return the image with its sizes, the original while none are made, None for an image that is gone."""
        if image_id is None:
            return None
        sizes = self._sizes.get(image_id, {})
        fallback = sizes.get(JPEG_SPEC) or self._original(image_id)
        if fallback is None:
            return None
        webp = {sizes[spec].width: sizes[spec].url for spec in WEBP_SPECS if spec in sizes}
        return Picture(
            src=fallback.url,
            width=fallback.width,
            height=fallback.height,
            alt=alt,
            webp=", ".join(f"{url} {width}w" for width, url in webp.items()),
        )

    def _original(self, image_id: int) -> _Size | None:
        image = self._originals.get(image_id)
        return _Size(image.file.url, image.width, image.height) if image else None

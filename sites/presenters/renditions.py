"""Has the worker make the sizes of a page's pictures, so that readers do not wait for originals."""

from collections.abc import Iterable
from typing import Any

from core.media.models.image import UnitRendition
from core.media.tasks import make_renditions
from sites.models import BasePage
from sites.presenters.body import image_ids
from sites.presenters.pictures import JPEG_SPEC, SPECS


def order_renditions(page: BasePage) -> int:
    """Queue one task for each picture of the page that has no sizes yet; return how many."""
    return order_sizes(_pictures_of(page))


def order_sizes(pictures: Iterable[int | None]) -> int:
    """Queue one task for each of the pictures that has no sizes yet; return how many. One query, one a task."""
    wanted = {pk for pk in pictures if pk}
    made = UnitRendition.objects.filter(image_id__in=wanted, filter_spec=JPEG_SPEC).values_list("image_id", flat=True)
    missing = wanted - set(made) if wanted else wanted
    for image_id in sorted(missing):
        make_renditions.enqueue(image_id=image_id, specs=list(SPECS))
    return len(missing)


def _pictures_of(page: Any) -> list[int | None]:
    body = getattr(page, "body", None)
    return [
        getattr(page, "cover_image_id", None),
        getattr(page, "hero_image_id", None),
        *(image_ids(body) if body is not None else ()),
    ]

import logging
from collections.abc import Iterator
from typing import NamedTuple

from core.media.actions.make_sizes import images_without_sizes, make_sizes
from core.media.models import UnitImage
from tenants.units.context import every_unit

logger = logging.getLogger(__name__)


class Progress(NamedTuple):
    """How far one unit is. code: the unit's. wanted: pictures that lacked a size. failed: of the done ones."""

    code: str
    done: int
    wanted: int
    failed: int


def make_missing_sizes() -> Iterator[Progress]:
    """Make in each unit what its pictures lack of core.media.sizes, and yield after every picture.

    Stopped and asked again, it goes on where it was. A picture that cannot be read is logged and holds up no other.
    """
    for site in every_unit(reason="each unit's pictures get the sizes that pages ask for"):
        keys = list(images_without_sizes().values_list("pk", flat=True))
        failed = 0
        for done, key in enumerate(keys, 1):
            failed += not _make(key)
            yield Progress(site.unit.code, done, len(keys), failed)


def _make(key: int) -> bool:
    """Return whether the picture has its sizes, or is not there any more."""
    image = UnitImage.objects.filter(pk=key).first()
    try:
        if image:
            make_sizes(image=image)
    except Exception:
        logger.exception("the sizes of picture %s could not be made", key)
        return False
    return True

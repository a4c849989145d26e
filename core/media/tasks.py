"""Background work on pictures; the task's unit is the active one (core.tasks)."""

from collections.abc import Sequence

from django_tasks import task

from core.media.actions.make_sizes import make_sizes
from core.media.models import UnitImage
from core.media.sizes import SPECS


@task(queue_name="renditions")
def make_renditions(image_id: int, specs: Sequence[str] = SPECS) -> int:
    """Make the sizes of a picture that do not exist yet; return how many it now has of `specs`.

    Ordered by whatever stores a picture (core.media.signal_handlers). One deleted in the meantime has none to make.
    """
    image = UnitImage.objects.filter(pk=image_id).first()
    return make_sizes(image=image, specs=specs) if image else 0

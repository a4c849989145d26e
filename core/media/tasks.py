"""Background work on pictures; the task's unit is the active one (core.tasks)."""

from collections.abc import Sequence

from django_tasks import task

from core.media.models import UnitImage
from core.media.signals import renditions_made


@task(queue_name="renditions")
def make_renditions(image_id: int, specs: Sequence[str]) -> int:
    """Make the sizes of a picture that do not exist yet; return how many it now has of `specs`.

    specs: Wagtail filter specs, e.g. "fill-720x480|format-webp". A picture deleted in the meantime has none to make.
    A page that is read earlier makes what it lacks by itself (Wagtail's image tags), so this only saves readers time.
    """
    image = UnitImage.objects.filter(pk=image_id).first()
    if image is None:
        return 0
    made = image.get_renditions(*specs)
    renditions_made.send(UnitImage, image=image)
    return len(made)

from collections.abc import Sequence

from django.db.models import Count, Q
from wagtail.images.models import ImageQuerySet

from core.media.models import UnitImage, UnitRendition
from core.media.signals import renditions_made
from core.media.sizes import SPECS


def make_sizes(*, image: UnitImage, specs: Sequence[str] = SPECS) -> int:
    """Make the sizes of a picture that do not exist yet; return how many of `specs` it has then.

    specs: Wagtail filter specs. Five sizes of a photograph take about half a second. When other content has taken the
    picture's place meanwhile (faces were blurred, a file was replaced), what was made of the old goes again: whoever
    changes the content holds the row, so that no size of the old is written after this has looked.
    """
    made = image.get_renditions(*specs)
    if UnitImage.objects.filter(pk=image.pk, token=image.token).exists():
        renditions_made.send(UnitImage, image=image)
        return len(made)
    # By their files: Wagtail stores several at once and does not learn their keys.
    UnitRendition.objects.filter(image=image, file__in=[rendition.file.name for rendition in made.values()]).delete()
    for rendition in made.values():
        rendition.file.storage.delete(rendition.file.name)
    return 0


def images_without_sizes(specs: Sequence[str] = SPECS) -> ImageQuerySet:
    """Return the active unit's pictures that lack one of the sizes, newest first. One query."""
    made = Count("renditions", filter=Q(renditions__filter_spec__in=specs))
    images: ImageQuerySet = UnitImage.objects.annotate(sizes_made=made).filter(sizes_made__lt=len(specs))
    return images.order_by("-pk")

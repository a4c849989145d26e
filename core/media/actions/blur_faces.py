"""Make faces unrecognizable for good: neither the stored picture nor anything beside it leads back to them."""

from collections.abc import Sequence
from functools import partial
from math import ceil, floor
from pathlib import PurePosixPath
from typing import NamedTuple

from django.core.files.storage import Storage
from django.db import transaction
from PIL import Image

from core.media.actions.recompute_public import recompute_files
from core.media.enums import Faces
from core.media.intake.images import encode_picture
from core.media.models import UnitImage
from core.media.queries import Files

# A box keeps at most this many colors along its longer side: too few to tell one face from another, and what is left
# out is not stored. (A Gaussian blur keeps enough to be undone.)
CELLS = 5


class Box(NamedTuple):
    """A rectangle over a face, in percent of the picture's width and height, from its top left corner."""

    left: int
    top: int
    width: int
    height: int


@transaction.atomic
def blur_faces(*, image: UnitImage, boxes: Sequence[Box]) -> UnitImage:
    """Replace the picture by one in which `boxes` are coarse squares; its question about faces is answered "no".

    boxes: at least one. The picture's place in pages, its words and its key stay; the original and every rendition
    leave the disk when the transaction commits, and nothing brings them back. Return the row as stored.
    """
    image = UnitImage.objects.select_for_update().get(pk=image.pk)
    replaced = [image.file.name, *(rendition.file.name for rendition in image.renditions.all())]
    storage = image.file.storage
    with image.file.open("rb") as file, Image.open(file) as stored:
        kind = (stored.format or "").lower()
        picture = stored.copy()
    for box in boxes:
        _make_coarse(picture, box)
    accepted = encode_picture(picture, kind=kind, uploaded_name=PurePosixPath(replaced[0]).name)
    image.file.save(accepted.name, accepted, save=False)
    image.faces = Faces.NO_FACES
    image.save()
    image.renditions.all().delete()
    recompute_files(files=Files(images=frozenset({image.pk})))
    transaction.on_commit(partial(_delete, storage, replaced))
    return image


def _delete(storage: Storage, names: Sequence[str]) -> None:
    """Now, not when the worker comes to it: Wagtail only queues a task for the file of a deleted rendition."""
    for name in reversed(names):  # the original last, when its folder is empty
        storage.delete(name)


def _make_coarse(picture: Image.Image, box: Box) -> None:
    area = (
        floor(picture.width * box.left / 100),
        floor(picture.height * box.top / 100),
        min(picture.width, ceil(picture.width * (box.left + box.width) / 100)),
        min(picture.height, ceil(picture.height * (box.top + box.height) / 100)),
    )
    part = picture.crop(area)
    scale = CELLS / max(part.size)
    cells = part.resize((max(1, round(part.width * scale)), max(1, round(part.height * scale))), Image.Resampling.BOX)
    picture.paste(cells.resize(part.size, Image.Resampling.NEAREST), area)

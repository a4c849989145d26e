"""Covering faces is for good: the stored picture lacks them, and what showed them is off the disk."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from core.media.actions.blur_faces import CELLS, Box, blur_faces
from core.media.intake import accept_image
from core.media.models import Faces, UnitImage
from tests.core.media.conftest import make_page
from tests.core.media.samples import upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_an_binh")]


@pytest.fixture
def noisy() -> UnitImage:
    """A picture in which every pixel differs from its neighbors, as a face full of detail does."""
    buffer = BytesIO()
    Image.effect_noise((400, 200), 90).convert("RGB").save(buffer, "PNG")
    file = accept_image(upload("lop.png", buffer.getvalue()))
    return UnitImage.objects.create(title="Lớp 4A", faces=Faces.UNCONSENTED, file=file)


def pixels(image: UnitImage) -> Image.Image:
    with Image.open(image.file.path) as picture:
        return picture.convert("RGB")


def test_a_box_keeps_a_handful_of_colors_and_the_rest_is_untouched(noisy) -> None:
    before = pixels(noisy)
    after = pixels(blur_faces(image=noisy, boxes=[Box(25, 0, 25, 50)]))
    assert len(after.crop((100, 0, 200, 100)).getcolors()) <= CELLS * CELLS
    assert after.crop((200, 0, 400, 200)).tobytes() == before.crop((200, 0, 400, 200)).tobytes()


def test_original_and_renditions_leave_the_disk_after_the_commit(noisy, django_capture_on_commit_callbacks) -> None:
    rendition = Path(noisy.get_rendition("width-100").file.path)
    original, digest = Path(noisy.file.path), noisy.content_hash
    with django_capture_on_commit_callbacks(execute=True):
        blurred = blur_faces(image=noisy, boxes=[Box(10, 10, 20, 20)])
        assert original.exists()
    assert not original.exists()
    assert not rendition.exists()
    assert not original.parent.exists()
    assert blurred.pk == noisy.pk
    assert blurred.content_hash != digest
    assert not blurred.renditions.exists()


def test_picture_may_be_published_again(noisy) -> None:
    make_page(image=noisy)
    noisy.refresh_from_db()
    assert not noisy.is_public
    blurred = blur_faces(image=noisy, boxes=[Box(10, 10, 20, 20)])
    blurred.refresh_from_db()
    assert blurred.faces == Faces.NO_FACES
    assert blurred.is_public


@pytest.mark.parametrize("box", [Box(0, 0, 100, 100), Box(99, 99, 100, 100), Box(0, 0, 1, 1)])
def test_a_box_at_the_edge_stays_within_the_picture(noisy, box) -> None:
    assert pixels(blur_faces(image=noisy, boxes=[box])).size == (400, 200)

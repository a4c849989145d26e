"""Sizes made ahead of the reader."""

from pathlib import Path

import pytest

from core.media.models import UnitRendition
from core.media.tasks import make_renditions
from tests.core.media.conftest import make_image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_an_binh")]
SPECS = ["width-100|format-webp", "width-100|format-jpeg", "width-100|format-avif"]


def test_missing_sizes_are_made_and_existing_ones_kept() -> None:
    image = make_image()
    first = image.get_rendition(SPECS[0])
    assert make_renditions.call(image.pk, SPECS) == 3
    assert make_renditions.call(image.pk, SPECS) == 3
    assert UnitRendition.objects.filter(image=image).count() == 3
    assert UnitRendition.objects.get(image=image, filter_spec=SPECS[0]) == first


def test_page_that_is_read_before_the_task_ran_shows_the_picture() -> None:
    image = make_image()
    make_renditions.enqueue(image.pk, SPECS)
    assert not image.renditions.exists()
    assert Path(image.get_rendition(SPECS[1]).file.path).exists()


def test_image_deleted_meanwhile_is_no_error() -> None:
    image = make_image()
    key = image.pk
    image.delete()
    assert make_renditions.call(key, SPECS) == 0

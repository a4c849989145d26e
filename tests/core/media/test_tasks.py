"""Sizes made ahead of the reader."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from core.media.actions.blur_faces import Box, blur_faces
from core.media.intake import accept_image
from core.media.models import UnitImage, UnitRendition
from core.media.sizes import SPECS
from core.media.tasks import make_renditions
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.media.conftest import make_image
from tests.core.media.samples import image_bytes, picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_an_binh")]
OTHER_SPECS = ["width-100|format-webp", "width-100|format-jpeg", "width-100|format-avif"]


def ordered() -> list[Any]:
    """Return the keys of the pictures whose sizes were ordered, first one first."""
    rows = DBTaskResult.objects.filter(task_path__endswith="make_renditions").order_by("enqueued_at")
    return [row.args_kwargs["kwargs"]["image_id"] for row in rows]


def test_a_stored_picture_orders_its_sizes_and_other_changes_do_not() -> None:
    image = make_image()
    image.title = "Lễ khai giảng năm học mới"
    image.save()
    UnitImage.objects.get(pk=image.pk).save()
    assert ordered() == [image.pk]
    image.file = accept_image(upload("khac.jpg", image_bytes(picture(), "JPEG")))
    image.save()
    assert ordered() == [image.pk, image.pk]


def test_missing_sizes_are_made_and_existing_ones_kept() -> None:
    image = make_image()
    first = image.get_rendition(OTHER_SPECS[0])
    assert make_renditions.call(image.pk, OTHER_SPECS) == 3
    assert make_renditions.call(image.pk, OTHER_SPECS) == 3
    assert UnitRendition.objects.filter(image=image).count() == 3
    assert UnitRendition.objects.get(image=image, filter_spec=OTHER_SPECS[0]) == first
    assert make_renditions.call(image.pk) == len(SPECS)


def test_image_deleted_meanwhile_is_no_error() -> None:
    image = make_image()
    key = image.pk
    image.delete()
    assert make_renditions.call(key) == 0


def test_nothing_made_of_a_picture_stays_when_its_faces_were_blurred_meanwhile(monkeypatch) -> None:
    image = make_image()
    make_of_the_old = UnitImage.get_renditions
    made: dict[str, UnitRendition] = {}

    def blur_first(old: UnitImage, *specs: str) -> dict[str, UnitRendition]:
        blur_faces(image=image, boxes=[Box(10, 10, 30, 30)])
        made.update(make_of_the_old(old, *specs))
        return made

    monkeypatch.setattr(UnitImage, "get_renditions", blur_first)
    assert make_renditions.call(image.pk) == 0
    assert len(made) == len(SPECS)
    assert not UnitRendition.objects.filter(image=image).exists()
    assert not any(Path(rendition.file.path).exists() for rendition in made.values())


def test_the_command_makes_what_every_unit_lacks_and_tells_how_far_it_is(phu_hoa: UnitSite, capsys) -> None:
    images = [make_image(), make_image(), make_image()]
    make_renditions.call(images[0].pk)
    Path(images[1].file.path).unlink()
    with use_site(phu_hoa):
        theirs = make_image()
    call_command("make_sizes")
    out = capsys.readouterr().out
    assert "th-an-binh: 2/2 ảnh, 1 ảnh không làm được" in out
    assert "th-phu-hoa: 1/1 ảnh\n" in out
    assert images[2].renditions.count() == len(SPECS)
    with use_site(phu_hoa):
        assert theirs.renditions.count() == len(SPECS)
    call_command("make_sizes")
    assert "Đã xem 1 ảnh thiếu cỡ, 1 ảnh không làm được." in capsys.readouterr().out

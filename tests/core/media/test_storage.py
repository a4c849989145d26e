"""Paths carry the schema, and no operation leaves the active unit's folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from wagtail.models import UploadedFile
from wagtail.tasks import delete_file_from_storage_task

from core.media.models import UnitImage
from core.media.storage import new_token, parts_of, path_for
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.media.conftest import make_document, make_image

pytestmark = pytest.mark.django_db


def test_paths_and_addresses_are_made_by_one_rule(in_an_binh: UnitSite) -> None:
    schema, token = in_an_binh.schema_name, new_token()
    path = path_for("nested/le.jpg", token=token)
    assert path == f"{schema}/{token}/le.jpg"
    assert parts_of(path) == (schema, token, "le.jpg")
    assert default_storage.path(path) == str(Path(settings.MEDIA_ROOT, schema, token, "le.jpg"))
    assert default_storage.url(path) == f"/tep/{token}/le.jpg"


def test_every_kind_of_file_lies_in_the_units_folder(in_an_binh: UnitSite) -> None:
    image, document = make_image(), make_document()
    rendition = image.get_rendition("width-100")
    for stored in (image, document, rendition):
        assert stored.file.name.startswith(f"{in_an_binh.schema_name}/")
    assert rendition.file.name.split("/")[:2] == image.file.name.split("/")[:2]
    waiting = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(UnitImage), file=ContentFile(b"a", "a.jpg")
    )
    assert waiting.file.name.startswith(f"{in_an_binh.schema_name}/")


def test_longest_rendition_name_fits_the_column(in_an_binh: UnitSite) -> None:
    image = make_image()
    image.file.save("x" * 200 + ".jpg", image.file.file)
    rendition = image.get_rendition("fill-300x200-c100|format-webp|webpquality-70|bgcolor-ffffff")
    assert len(rendition.file.name) <= 100
    assert Path(rendition.file.path).exists()


@pytest.mark.parametrize("name", ["{other}/{token}/a.jpg", "{own}/{token}/../a", "{own}/a.jpg", "../a", "/etc/passwd"])
def test_path_outside_the_units_folder_is_refused(in_an_binh: UnitSite, name: str) -> None:
    path = name.format(own=in_an_binh.schema_name, other="t_999999", token="A" * 22)
    for operation in (default_storage.open, default_storage.exists, default_storage.delete, default_storage.url):
        with pytest.raises(SuspiciousFileOperation):
            operation(path)


def test_no_path_is_made_outside_a_unit(db: None) -> None:
    connection.set_schema_to_public()
    with pytest.raises(SuspiciousFileOperation):
        default_storage.save("a.txt", ContentFile(b"a"))


def test_delete_task_that_wakes_in_the_wrong_unit_deletes_nothing(an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    with use_site(an_binh):
        image = make_image()
        path = Path(image.file.path)
        storage = default_storage.deconstruct()
    with use_site(phu_hoa), pytest.raises(SuspiciousFileOperation):
        delete_file_from_storage_task.call(storage, image.file.name)
    assert path.exists()
    with use_site(an_binh):
        delete_file_from_storage_task.call(storage, image.file.name)
    assert not path.exists()


def test_deleted_image_leaves_no_file_once_its_tasks_ran(
    in_an_binh: UnitSite, django_capture_on_commit_callbacks: Callable
) -> None:
    image = make_image()
    names = [image.file.name, image.get_rendition("width-100").file.name, image.get_rendition("width-50").file.name]
    folder = Path(image.file.path).parent
    image.delete()
    for name in names:
        delete_file_from_storage_task.call(default_storage.deconstruct(), name)
    assert not folder.exists()


def test_raw_file_handed_to_a_row_passes_intake(in_an_binh: UnitSite) -> None:
    from tests.core.media.samples import SECRET, phone_photo

    image = UnitImage(title="Ảnh")
    image.file.save("IMG_2034.JPG", ContentFile(phone_photo(900, 600, quality=80)), save=False)
    image.save()
    assert image.filename == "img_2034.jpg"
    assert (image.width, image.height) == (600, 900)
    assert SECRET not in Path(image.file.path).read_bytes()
    assert len(image.content_hash) == 64


def test_row_never_shares_the_folder_of_another(in_an_binh: UnitSite) -> None:
    from django.db import IntegrityError

    image = make_image()
    with pytest.raises(IntegrityError):
        UnitImage.objects.create(title="Bản sao", file=image.file)

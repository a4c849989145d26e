"""Files of an edition: for the desk's eyes, and only those the edition carries."""

import pytest

from core.media import exchange_store
from tenants.units.context import use_site
from tests.factories.exchange import send_post
from tests.factories.pictures import make_image
from tests.sites.desk.conftest import BASE


@pytest.fixture
def with_picture(an_binh):
    with use_site(an_binh):
        image = make_image()
    return send_post(an_binh, "minh@anbinh.example", cover_image=image), image.content_hash


def test_desk_sees_the_pictures_before_anything_is_copied(dung, with_picture) -> None:
    submission, sha256 = with_picture
    address = f"{BASE}{submission.pk}/tep/1/{sha256}/"
    assert address in dung.get(f"{BASE}{submission.pk}/").content.decode()
    response = dung.get(address)
    assert response["content-type"] == "image/jpeg"
    assert response["x-content-type-options"] == "nosniff"
    assert b"".join(response.streaming_content)[:2] == b"\xff\xd8"


def test_other_files_of_the_store_are_not_there(dung, with_picture) -> None:
    submission, sha256 = with_picture
    foreign = exchange_store.put(b"another unit's file")
    for path in (f"1/{foreign}", f"2/{sha256}", "1/khong-phai-hash"):
        assert dung.get(f"{BASE}{submission.pk}/tep/{path}/").status_code == 404

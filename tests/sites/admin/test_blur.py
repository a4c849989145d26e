""" "Làm mờ mặt": who is offered it, what it asks, and that a refused form keeps its boxes."""

import pytest

from core.media.models import Faces, UnitImage
from tenants.units.context import use_site
from tests.factories.pictures import make_image


@pytest.fixture
def picture(an_binh) -> UnitImage:
    with use_site(an_binh):
        return make_image(faces=Faces.UNCONSENTED)


def address_of(image: UnitImage) -> str:
    return f"/quan-tri/anh/{image.pk}/lam-mo-mat/"


def boxes(*places: tuple[object, ...], **fields: str) -> dict[str, object]:
    data: dict[str, object] = {"boxes-TOTAL_FORMS": max(len(places), 3), "boxes-INITIAL_FORMS": 0, **fields}
    for number, place in enumerate(places):
        data |= {
            f"boxes-{number}-{side}": value
            for side, value in zip(("left", "top", "width", "height"), place, strict=True)
        }
    return data


def test_page_of_the_picture_offers_it_until_the_faces_are_gone(picture, log_in, an_binh) -> None:
    client = log_in("lan@anbinh.example")
    edit = f"/quan-tri/images/{picture.pk}/"
    assert address_of(picture) in client.get(edit).text
    answer = client.post(address_of(picture), boxes((10, 10, 20, 20), understood="on"), follow=True)
    assert "Đã làm mờ 1 chỗ trong ảnh và xóa ảnh gốc." in answer.text
    assert address_of(picture) not in client.get(edit).text
    with use_site(an_binh):
        assert UnitImage.objects.get(pk=picture.pk).faces == Faces.NO_FACES


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (boxes((10, 10, 20, 20)), "Hãy đánh dấu ô xác nhận rồi bấm lại."),
        (boxes(understood="on"), "Hãy khoanh ít nhất một khuôn mặt."),
        (boxes((10, "", 20, 20), understood="on"), "Hãy ghi một số từ 0 đến 100."),
        (boxes((10, 10, 0, 20), understood="on"), "Hãy ghi một số từ 1 đến 100."),
        (boxes((100, 10, 20, 20), understood="on"), "Khung này nằm ngoài ảnh."),
    ],
)
def test_refused_form_says_why_and_changes_nothing(picture, log_in, an_binh, data, sentence) -> None:
    answer = log_in("lan@anbinh.example").post(address_of(picture), data)
    assert answer.status_code == 200
    assert sentence in answer.text
    with use_site(an_binh):
        stored = UnitImage.objects.get(pk=picture.pk)
    assert (stored.content_hash, stored.faces) == (picture.content_hash, Faces.UNCONSENTED)


def test_refused_form_keeps_its_boxes(picture, log_in) -> None:
    text = log_in("lan@anbinh.example").post(address_of(picture), boxes((17, 23, 29, 31))).text
    for value in (17, 23, 29, 31):
        assert f'value="{value}"' in text


def test_writer_may_blur_own_pictures_only(picture, log_in) -> None:
    assert log_in("thu@anbinh.example").get(address_of(picture)).status_code == 302


def test_another_unit_has_no_such_picture(picture, log_in) -> None:
    assert log_in("hoa@phuhoa.example").get(address_of(picture)).status_code == 404

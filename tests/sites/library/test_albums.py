"""Albums and videos: pictures with words and consent, no script needed, nothing of another site loaded."""

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils.form_data import nested_form_data, streamfield

from core.media.models import Faces, UnitImage
from search.documents import build_document
from sites.library.actions.add_photos import AlbumError, add_photos
from sites.library.models import AlbumPage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.copies import add_copies
from tests.factories.exchange import account
from tests.factories.pictures import jpeg, make_image
from tests.sites.library.conftest import ALBUMS, VIDEOS, add_album, figure, publish, video

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]


def text_of(client: Client, address: str) -> str:
    return client.get(address).text.replace("\xa0", " ")


def test_album_shows_pictures_with_words_and_leads_to_each(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        image = make_image()
        album = add_album("Lễ khai giảng", figure(image, caption="Trống trường"), figure(image, alt=""))
        address = album.get_url()
    text = text_of(visitor("so-gddt"), address)
    assert "2 ảnh" in text
    assert 'alt="Học sinh trồng cây"' in text
    assert "Trống trường" in text
    assert text.count('<a href="?anh=') == 2
    assert "(xem ảnh 2 cỡ lớn)" in text  # the name of the link to a picture that is decoration


def test_picture_alone_has_its_neighbors(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        image = make_image()
        address = add_album("Lễ khai giảng", *(figure(image, caption=f"Số {n}") for n in (1, 2, 3))).get_url()
    client = visitor("so-gddt")
    second = text_of(client, f"{address}?anh=2")
    assert "Ảnh 2 trên 3" in second
    assert "Số 2" in second
    assert "Số 1" not in second
    assert {'href="?anh=1"', 'href="?anh=3"'} <= {part.split(">")[0] for part in second.split() if "?anh=" in part}
    assert "?anh=3" not in text_of(client, f"{address}?anh=3")
    for nonsense in ("0", "4", "x", "²", "99999999999"):
        assert "Ảnh 1 trên" not in text_of(client, f"{address}?anh={nonsense}")


def test_video_is_a_link_and_nothing_of_its_site(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        page = AlbumPage.objects.get(slug="video")
        page.body = [video(url="https://www.youtube.com/watch?v=1")]
        publish(page)
    answer = visitor("so-gddt").get(VIDEOS)
    assert 'href="https://www.youtube.com/watch?v=1"' in answer.text
    assert "Video trên YouTube, mở ở trang khác" in answer.text
    assert "<iframe" not in answer.text
    assert not answer.cookies
    assert "youtube" not in answer.headers["Content-Security-Policy"]


def test_section_lists_albums_newest_first_with_cover_and_amount(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        image = make_image()
        add_album("Bộ cũ", figure(image))
        album = add_album("Bộ mới", video(), figure(image), figure(image))
        assert (album.cover_image_id, album.picture_count, album.video_count) == (image.pk, 2, 1)
    text = text_of(visitor("so-gddt"), ALBUMS)
    assert text.index("Bộ mới") < text.index("Bộ cũ")
    assert "2 ảnh, 1 video" in text


def test_empty_section_says_so(visitor: Visitor) -> None:
    assert "Chưa có ảnh, video nào ở đây." in text_of(visitor("so-gddt"), ALBUMS)


@pytest.mark.parametrize("faces", [Faces.UNCONSENTED, Faces.UNANSWERED])
def test_picture_without_consent_is_not_published(portal: UnitSite, log_in: Callable[..., Client], faces: str) -> None:
    with use_site(portal):
        image = make_image(faces=faces)
        page = AlbumPage(title="Lớp 4A", body=[figure(image)], live=False)
        AlbumPage.objects.get(slug="anh").add_child(instance=page)
        page.save_revision()
    answer = log_in("dung@so.example").post(f"/quan-tri/pages/{page.pk}/edit/", form_of(image), follow=True)
    assert "Ảnh “Ảnh lớp 4A”" in answer.text
    with use_site(portal):
        assert not AlbumPage.objects.get(pk=page.pk).live
        assert not UnitImage.objects.get(pk=image.pk).is_public


def test_picture_of_an_album_is_public_with_it(portal: UnitSite) -> None:
    with use_site(portal):
        image = make_image()
        album = add_album("Lễ khai giảng", figure(image))
        assert UnitImage.objects.get(pk=image.pk).is_public
        album.unpublish()
        assert not UnitImage.objects.get(pk=image.pk).is_public


def test_picture_needs_words_or_to_be_decoration(portal: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(portal):
        image = make_image()
        page = AlbumPage(title="Lớp 4A", live=False)
        AlbumPage.objects.get(slug="anh").add_child(instance=page)
        page.save_revision()
    answer = log_in("dung@so.example").post(f"/quan-tri/pages/{page.pk}/edit/", form_of(image, alt=""), follow=True)
    with use_site(portal):
        assert not AlbumPage.objects.get(pk=page.pk).live
    assert "Lớp 4A vừa sửa" in answer.text  # nothing that was typed is lost


def form_of(image: UnitImage, *, alt: str = "Học sinh trồng cây") -> dict[str, object]:
    """Return what the editor posts to publish an album of one picture."""
    value = {"image": {"image": str(image.pk), "alt_text": alt}, "caption": "", "credit": ""}
    return nested_form_data(
        {
            "title": "Lớp 4A vừa sửa",
            "summary": "",
            "slug": "lop-4a",
            "body": streamfield([("image", value)]),
            "seo_title": "",
            "search_description": "",
            "go_live_at": "",
            "expire_at": "",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
            "action-publish": "1",
        }
    )


@pytest.mark.parametrize("size", [0, 1, 10_000])
def test_section_costs_the_same_however_many_albums(size: int, portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        if size:
            add_copies(add_album("Bộ số 1", figure(make_image())), size - 1)
    client = visitor("so-gddt")
    client.get(ALBUMS)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{ALBUMS}?trang=2").status_code == 200
    assert len(queries) <= 10


def test_feed_has_the_section_s_own_albums_that_hold_something(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        add_album("Lễ khai giảng", figure(make_image()))
        add_album("Phim hội khỏe", video(), slug="video")
    reader = visitor("so-gddt")
    text, films = (text_of(reader, f"{section}feed/") for section in (ALBUMS, VIDEOS))
    assert ("Lễ khai giảng" in text, text.count("<entry>")) == (True, 1)
    assert ("Phim hội khỏe" in films, films.count("<entry>")) == (True, 1)


def test_search_document_has_captions_and_titles(portal: UnitSite) -> None:
    with use_site(portal):
        document = build_document(
            add_album("Khai giảng", figure(make_image(), caption="Đánh trống"), video("Phim hội"))
        )
    assert document.object_type == "album"
    assert {"Đánh trống", "Phim hội"} <= set(document.body.splitlines())
    assert document.keywords == "ảnh video"


def test_video_address_must_be_secure(portal: UnitSite) -> None:
    block = AlbumPage._meta.get_field("body").stream_block
    with use_site(portal), pytest.raises(ValidationError):
        block.clean(block.to_python([video(url="http://video.vidu.example/")]))


def add_many(client: Client, page: AlbumPage, **fields: object) -> object:
    return client.post(f"/quan-tri/bo-anh/{page.pk}/them-anh/", fields, follow=True)


def keys_in(text: str) -> list[str]:
    return re.findall(r'name="photo" value="(\d+)"', text)


def test_many_pictures_are_added_at_once_with_words_and_answers(
    portal: UnitSite, visitor: Visitor, log_in: Callable[..., Client]
) -> None:
    with use_site(portal):
        page = add_album("Hội khỏe", video())
    dung = log_in("dung@so.example")
    files = [jpeg("mot.jpg"), jpeg("hai.jpg", color="teal")]
    asked = add_many(dung, page, files=files, step="upload").text
    first, second = keys_in(asked)
    answers = {f"photo-{first}-alt": "Thầy đánh trống", f"photo-{first}-faces": "no_faces"}
    refused = add_many(dung, page, photo=[first, second], step="add", **answers).text
    assert "Ảnh thứ 2 chưa có lời mô tả" in refused
    assert keys_in(refused) == [first, second]
    assert "Thầy đánh trống" in refused
    answers |= {f"photo-{second}-alt": "Cờ đỏ", f"photo-{second}-faces": "unconsented"}
    assert "chưa có giấy đồng ý" in add_many(dung, page, photo=[first, second], step="add", **answers).text
    answers[f"photo-{second}-faces"] = "no_faces"
    done = add_many(dung, page, photo=[first, second], step="add", **answers).text
    assert "Đã thêm 2 ảnh vào bản nháp." in done
    with use_site(portal):
        stored = AlbumPage.objects.get(pk=page.pk)
        assert stored.picture_count == 0  # readers see nothing yet
        stored.get_latest_revision().publish()
        stored.refresh_from_db()
        assert [block.block_type for block in stored.body] == ["video", "image", "image"]
        assert (stored.picture_count, stored.video_count) == (2, 1)
        address = stored.get_url()
    assert 'alt="Thầy đánh trống"' in text_of(visitor("so-gddt"), address)


def test_pictures_are_added_to_the_newest_draft_once(portal: UnitSite) -> None:
    with use_site(portal):
        image = make_image()
        page = add_album("Hội khỏe")
        user = account("dung@so.example", portal)
        assert add_photos(page_id=page.pk, photos=[(image, "Trống")], user=user) == 1
        assert add_photos(page_id=page.pk, photos=[(image, "Trống"), (make_image(color="teal"), "Cờ")], user=user) == 1
        draft = AlbumPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        assert [block.value["image"].contextual_alt_text for block in draft.body] == ["Trống", "Cờ"]


def test_album_that_is_full_takes_no_more(portal: UnitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sites.library.actions.add_photos.MOST_ITEMS", 1)
    with use_site(portal):
        page = add_album("Hội khỏe", video())
        user = account("dung@so.example", portal)
        with pytest.raises(AlbumError, match="nhiều nhất"):
            add_photos(page_id=page.pk, photos=[(make_image(), "Trống")], user=user)

"""A file can be fetched by exactly those who may have it."""

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from core.media.models import Faces, UnitImage
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.media.conftest import Reader, make_document, make_image, make_page

pytestmark = pytest.mark.django_db


def addresses_of(image: UnitImage) -> list[str]:
    return [image.file.url, image.get_rendition("width-100").url, image.get_rendition("fill-50x50|format-webp").url]


def test_new_image_and_its_renditions_are_hidden_from_visitors(in_an_binh: UnitSite, reader: Reader) -> None:
    assert [reader.status(address) for address in addresses_of(make_image())] == [404, 404, 404]


def test_rendition_made_for_the_admin_makes_nothing_public(in_an_binh: UnitSite, reader: Reader, lan: Reader) -> None:
    image = make_image()
    assert lan.get(f"/quan-tri/images/{image.pk}/").status_code == 200
    thumbnail = image.get_rendition("max-165x165").url
    assert lan.get(thumbnail).status_code == 200
    assert reader.status(thumbnail) == 404


def test_live_page_makes_its_files_public(in_an_binh: UnitSite, reader: Reader) -> None:
    image, document = make_image(), make_document()
    make_page(image=image, document=document)
    assert [reader.status(address) for address in [*addresses_of(image), document.url]] == [200, 200, 200, 200]


def test_draft_keeps_its_files_hidden(in_an_binh: UnitSite, reader: Reader) -> None:
    image = make_image()
    make_page(image=image, live=False)
    assert reader.status(image.file.url) == 404


def test_editor_of_the_unit_sees_a_hidden_file(in_an_binh: UnitSite, lan: Reader) -> None:
    response = lan.get(make_image().file.url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"
    assert lan.get(make_document().url).status_code == 200


def test_editor_of_another_unit_gets_404_on_either_host(in_an_binh: UnitSite, hoa: Reader) -> None:
    address = make_image().file.url
    assert hoa.status(address) == 404
    assert hoa.get(address, headers={"host": "th-an-binh.localhost"}).status_code == 404


def test_public_file_is_not_found_on_another_units_host(in_an_binh: UnitSite, reader: Reader, hoa: Reader) -> None:
    image = make_image()
    make_page(image=image)
    assert reader.status(image.file.url) == 200
    assert hoa.status(image.file.url) == 404


def test_twin_with_the_same_key_and_content_keeps_its_own_files(an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    keys, addresses = set(), {}
    for site in (an_binh, phu_hoa):
        with use_site(site):
            image = make_image(pk=900_001)
            make_page(image=image)
            keys.add((image.pk, image.filename, image.content_hash))
            addresses[site] = image.get_rendition("width-100").url
    assert len(keys) == 1
    assert addresses[an_binh] != addresses[phu_hoa]
    for site, other in ((an_binh, phu_hoa), (phu_hoa, an_binh)):
        with use_site(site):  # from the cache, whose keys must carry the schema
            assert UnitImage.objects.get(pk=900_001).get_rendition("width-100").url == addresses[site]
        assert Reader(site).status(addresses[site]) == 200
        assert Reader(site).status(addresses[other]) == 404


@pytest.mark.parametrize(
    "path",
    [
        "/tep/{token}/khac.jpg",
        "/tep/{token}/..",
        "/tep/{token}/../{token}/{name}",
        "/tep/{token}/%2e%2e%2f{token}%2f{name}",
        "/tep/{token}/%2e%2e",
        "/tep/{token}/",
        "/tep/{token}/{name}/x",
        "/tep/{token}/{name}%00.jpg",
        "/tep/{other}/{name}",
        "/tep/{token}x/{name}",
        "/tep/../../etc/passwd",
        "/media/{schema}/{token}/{name}",
        "/tep/{schema}/{token}/{name}",
    ],
)
def test_crooked_path_is_not_found(in_an_binh: UnitSite, reader: Reader, path: str) -> None:
    image = make_image()
    make_page(image=image)
    parts = {"token": image.token, "name": image.filename, "schema": in_an_binh.schema_name, "other": "A" * 22}
    assert reader.status(path.format(**parts)) in {400, 404}


def test_public_file_is_kept_5_seconds_at_most_and_then_asked_for(in_an_binh: UnitSite, reader: Reader) -> None:
    image = make_image()
    make_page(image=image)
    response = reader.get(image.file.url)
    assert response["Cache-Control"] == "public, max-age=3, s-maxage=2"
    assert "Cookie" not in response.get("Vary", "")
    assert reader.get(image.file.url, headers={"if-none-match": response["ETag"]}).status_code == 304


def test_known_etag_does_not_open_a_hidden_file(in_an_binh: UnitSite, reader: Reader) -> None:
    image = make_image()
    page = make_page(image=image)
    etag = reader.get(image.file.url)["ETag"]
    page.unpublish()
    assert reader.get(image.file.url, headers={"if-none-match": etag}).status_code == 404


def test_public_file_costs_one_query_of_ours(in_an_binh: UnitSite, reader: Reader) -> None:
    image = make_image()
    make_page(image=image)
    with CaptureQueriesContext(connection) as queries:
        reader.get(image.file.url)
    ours = [query["sql"] for query in queries if "SELECT" in query["sql"] and "units_" not in query["sql"]]
    assert len(ours) == 1
    assert "media_unitimage" in ours[0]


def test_answer_cannot_run_as_a_page(in_an_binh: UnitSite, reader: Reader) -> None:
    document = make_document()
    make_page(document=document)
    response = reader.get(document.url)
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")


def test_only_reading_is_answered(in_an_binh: UnitSite, reader: Reader) -> None:
    image = make_image()
    make_page(image=image)
    assert reader.post(image.file.url).status_code == 405


def test_nginx_is_told_the_path_only_after_the_check(in_an_binh: UnitSite, reader: Reader) -> None:
    image, hidden = make_image(), make_image("Ảnh kín")
    make_page(image=image)
    with override_settings(MEDIA_ACCEL_PREFIX="/_media"):
        response = reader.get(image.file.url)
        assert response["X-Accel-Redirect"] == f"/_media/{in_an_binh.schema_name}/{image.token}/{image.filename}"
        assert response.content == b""
        assert "X-Accel-Redirect" not in reader.get(hidden.file.url)


def test_wagtails_own_document_address_obeys_the_same_rule(in_an_binh: UnitSite, reader: Reader, lan: Reader) -> None:
    document = make_document()
    address = f"/tai-lieu/{document.pk}/{document.filename}"
    assert reader.status(address) == 404
    assert lan.get(address).status_code == 200
    make_page(document=document)
    assert reader.status(address) == 200


def test_image_without_consent_is_hidden_even_on_a_live_page(in_an_binh: UnitSite, reader: Reader) -> None:
    image = make_image(faces=Faces.UNCONSENTED)
    make_page(image=image)
    assert [reader.status(address) for address in addresses_of(image)] == [404, 404, 404]


def test_form_of_consent_is_hidden_even_on_a_live_page(in_an_binh: UnitSite, reader: Reader) -> None:
    document = make_document("Giấy đồng ý")
    UnitImage.objects.filter(pk=make_image().pk).update(consent_document=document)
    make_page(document=document)
    assert reader.status(document.url) == 404

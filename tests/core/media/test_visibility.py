"""A file is public exactly while a public page shows it, in the transaction that changes the page.

No worker runs here: Wagtail's own update of the reference index, a queued task, never comes.
"""

import pytest
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from core.media.models import UnitDocument, UnitImage
from sites.models import ArticlePage, SectionPage
from tests.core.media.conftest import Reader, make_document, make_image, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_an_binh")]


def is_public(stored: UnitImage | UnitDocument) -> bool:
    stored.refresh_from_db(fields=["is_public"])
    return stored.is_public


def sections() -> list[SectionPage]:
    return list(SectionPage.objects.order_by("path")[:2])


def body_with(image: UnitImage) -> list[dict]:
    return [{"type": "image", "value": {"image": {"image": image.pk, "alt_text": "Học sinh", "decorative": False}}}]


def test_unpublish_hides_and_publish_shows_again() -> None:
    image, document = make_image(), make_document()
    page = make_page(image=image, document=document)
    assert (is_public(image), is_public(document)) == (True, True)
    page.unpublish()
    assert (is_public(image), is_public(document)) == (False, False)
    page.save_revision().publish()
    assert (is_public(image), is_public(document)) == (True, True)


def test_expiry_hides() -> None:
    image = make_image()
    make_page(image=image).unpublish(set_expired=True)
    assert not is_public(image)


def test_unpublish_through_the_base_page_hides() -> None:
    image = make_image()
    Page.objects.get(pk=make_page(image=image).pk).unpublish()
    assert not is_public(image)


def test_unpublish_rolled_back_stays_public() -> None:
    image = make_image()
    page = make_page(image=image)
    with transaction.atomic():
        page.unpublish()
        assert not is_public(image)
        transaction.set_rollback(True)
    assert is_public(image)


def test_file_of_two_pages_is_hidden_with_the_second() -> None:
    image = make_image()
    pages = [make_page("Một", image=image), make_page("Hai", image=image)]
    pages[0].unpublish()
    assert is_public(image)
    pages[1].unpublish()
    assert not is_public(image)


def test_image_put_into_a_draft_of_a_live_page_waits_for_publication() -> None:
    image = make_image()
    page = make_page()
    page.body = body_with(image)
    revision = page.save_revision()
    assert not is_public(image)
    revision.publish()
    assert is_public(image)


def test_image_taken_out_of_a_live_page_is_hidden() -> None:
    image = make_image()
    page = make_page(image=image)
    page.body = []
    revision = page.save_revision()
    assert is_public(image)
    revision.publish()
    assert not is_public(image)


def test_cover_and_document_link_in_text_count() -> None:
    image, document = make_image(), make_document()
    link = f'<p><a linktype="document" id="{document.pk}">Kế hoạch</a></p>'
    page = ArticlePage(title="Có bìa", cover_image=image, body=[{"type": "paragraph", "value": link}])
    sections()[0].add_child(instance=page)
    assert (is_public(image), is_public(document)) == (True, True)


def test_delete_hides() -> None:
    image = make_image()
    make_page(image=image).delete()
    assert not is_public(image)


def test_delete_of_a_section_hides_what_lies_below() -> None:
    image = make_image()
    page = make_page(image=image)
    Page.objects.get(pk=page.get_parent().pk).delete()
    assert not is_public(image)


def test_delete_of_a_restricted_page_does_not_open_its_files() -> None:
    image = make_image()
    page = make_page(image=image)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    page.delete()
    assert not is_public(image)


def test_privacy_of_a_section_hides_and_its_end_shows_again() -> None:
    image = make_image()
    page = make_page(image=image)
    restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert not is_public(image)
    restriction.delete()
    assert is_public(image)


def test_move_into_a_restricted_section_hides() -> None:
    image = make_image()
    page = make_page(image=image)
    restricted = next(section for section in sections() if section.pk != page.get_parent().pk)
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    page.move(restricted, pos="last-child")
    assert not is_public(image)
    Page.objects.get(pk=page.pk).move(sections()[0], pos="last-child")
    assert is_public(image)


def test_reader_who_knows_the_password_of_a_page_gets_its_files(reader: Reader) -> None:
    image = make_image()
    page = make_page(image=image)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="hoa phượng")
    address = image.file.url
    assert reader.status(address) == 404
    reader.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "hoa phượng", "return_url": page.get_url()},
    )
    assert reader.status(address) == 200


def test_copy_kept_live_holds_its_files() -> None:
    image = make_image()
    page = make_page(image=image)
    page.copy(keep_live=True, update_attrs={"slug": "ban-sao"})
    page.unpublish()
    assert is_public(image)

"""A stream of blocks as readers get it: every kind, and what happens when an image or file is gone."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.media.models import UnitDocument, UnitImage
from core.media.models.image import Faces, UnitRendition
from core.media.sizes import JPEG_SPEC, SPECS
from sites.models import ArticlePage, SectionPage
from sites.models.section import SectionKey
from sites.presenters.body import BodyPresenter
from sites.presenters.menu import current_menu
from sites.presenters.pictures import PictureShelf
from sites.viewdata import body as view
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.factories.pages import make_article
from tests.factories.pictures import make_image

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def make_document() -> UnitDocument:
    document = UnitDocument(title="Kế hoạch chăm cây")
    document.file.save("ke-hoach.pdf", ContentFile(PDF), save=False)
    document.file_size = len(PDF)
    document.save()
    return document


def figure(image: Any, *, decorative: bool = False) -> dict[str, Any]:
    value = {"image": image.pk, "alt_text": "Học sinh trồng cây", "decorative": decorative}
    return {"image": value, "caption": "Buổi sáng", "credit": ""}


@pytest.fixture
def every_block(an_binh: UnitSite) -> ArticlePage:
    with use_site(an_binh):
        image, other = make_image(faces=Faces.CONSENTED), make_image(color="navy")
        section = SectionPage.objects.get(key=SectionKey.NEWS)
        body = [
            {"type": "paragraph", "value": f'<p>Xem <a linktype="page" id="{section.pk}">tin tức</a>.</p>'},
            {"type": "heading", "value": {"text": "Việc tiếp theo"}},
            {"type": "heading", "value": {"text": "Việc tiếp theo"}},
            {"type": "paragraph", "value": "<p>Đoạn thứ hai.</p>"},
            {"type": "image", "value": figure(image)},
            {"type": "image", "value": figure(image, decorative=True)},
            {"type": "gallery", "value": {"images": [figure(image), figure(other)]}},
            {"type": "quotation", "value": {"text": "Giữ bờ sông.", "source": "Thầy hiệu trưởng"}},
            {"type": "table", "value": {"data": [["Cây", "Số"], ["Tre", None]], "first_row_is_table_header": True}},
            {"type": "document", "value": make_document().pk},
            {
                "type": "video",
                "value": {"url": "https://www.youtube.com/watch?v=1", "title": "Trồng cây", "poster": None},
            },
            {"type": "contact", "value": {"name": "Tổ tư vấn", "phone": "(0233) 000 0001", "duty": "", "email": ""}},
        ]
        return make_article("Mọi khối", body=body)


def blocks_of(page: ArticlePage, site: UnitSite) -> tuple[view.BodyBlock, ...]:
    with use_site(site):
        return BodyPresenter(ArticlePage.objects.get(pk=page.pk).body, current_menu()).blocks()


@pytest.mark.django_db
def test_every_block_becomes_plain_data(every_block: ArticlePage, an_binh: UnitSite) -> None:
    blocks = blocks_of(every_block, an_binh)
    assert [type(block).__name__ for block in blocks] == [
        "Paragraph", "Heading", "Heading", "Paragraph", "Figure", "Figure", "Gallery", "Quotation", "Table",
        "DocumentFiles", "VideoLink", "ContactCard",
    ]  # fmt: skip
    paragraph, first, second, later, shown, decorative, gallery, _quote, table, files, video, contact = blocks
    assert '<a href="/tin-tuc/">' in paragraph.html
    assert later.html == "<p>Đoạn thứ hai.</p>"
    assert first.anchor != second.anchor
    assert shown.picture.alt == "Học sinh trồng cây"
    assert shown.consent
    assert decorative.picture.alt == ""
    assert [image.consent for image in gallery.images] == [True, False]
    assert table.head == ("Cây", "Số")
    assert table.rows == (("Tre", ""),)
    assert files.files[0].format == "PDF"
    assert video.site == "YouTube"
    assert contact.phone.dial == "+842330000001"


@pytest.mark.django_db
def test_body_costs_the_same_however_many_blocks(every_block: ArticlePage, an_binh: UnitSite) -> None:
    costs = []
    with use_site(an_binh):
        for times in (1, 4):
            ArticlePage.objects.filter(pk=every_block.pk).update(body=[*every_block.body.raw_data] * times)
            page, menu = ArticlePage.objects.get(pk=every_block.pk), current_menu()
            with CaptureQueriesContext(connection) as queries:
                BodyPresenter(page.body, menu).blocks()
            costs.append(len(queries))
    # Images, their sizes, originals without sizes, files, linked pages.
    assert costs == [5, 5]


@pytest.mark.django_db
def test_block_whose_image_or_file_is_gone_is_left_out(every_block: ArticlePage, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        UnitDocument.objects.all().delete()
        UnitImage.objects.all().delete()
    kinds = {type(block).__name__ for block in blocks_of(every_block, an_binh)}
    assert kinds.isdisjoint({"DocumentFiles", "Figure", "Gallery"})
    assert {"Paragraph", "VideoLink", "Table"} <= kinds


@pytest.mark.django_db
def test_link_to_a_page_that_is_not_live_stays_words(every_block: ArticlePage, an_binh: UnitSite) -> None:
    with use_site(an_binh):
        SectionPage.objects.get(key=SectionKey.NEWS).unpublish()
    assert "<a>tin tức</a>" in blocks_of(every_block, an_binh)[0].html


@pytest.mark.django_db
def test_picture_is_the_original_until_its_sizes_are_made(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        image = make_image()
        before = PictureShelf([image.pk]).picture(image.pk)
        image.get_renditions(*SPECS)
        after = PictureShelf([image.pk]).picture(image.pk)
        assert before.src == image.file.url
        assert before.webp == ""
        assert after.src == UnitRendition.objects.get(filter_spec=JPEG_SPEC).file.url
        assert "360w" in after.webp
        assert PictureShelf([image.pk, None, 999_999]).picture(999_999) is None

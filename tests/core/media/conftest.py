"""Pictures, documents and pages of An Bình, made as a unit would have them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core.identity.models import Identity
from core.media.intake import accept_document, accept_image
from core.media.models import Faces, UnitDocument, UnitImage
from sites.models import ArticlePage, SectionPage
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.core.media.samples import image_bytes, pdf, picture, upload


@pytest.fixture
def in_an_binh(an_binh: UnitSite) -> Iterator[UnitSite]:
    """Run the test inside An Bình's schema."""
    with use_site(an_binh):
        yield an_binh


def make_image(title: str = "Lễ khai giảng", *, faces: Faces = Faces.NO_FACES, **values: Any) -> UnitImage:
    file = accept_image(upload("le.jpg", image_bytes(picture(), "JPEG")))
    return UnitImage.objects.create(title=title, faces=faces, file=file, **values)


def make_document(title: str = "Kế hoạch", *, content: bytes | None = None) -> UnitDocument:
    return UnitDocument.objects.create(title=title, file=accept_document(upload("ke-hoach.pdf", content or pdf())))


def make_page(
    title: str = "Ngày hội", *, image: UnitImage | None = None, document: UnitDocument | None = None, live: bool = True
) -> ArticlePage:
    """An article with the image as cover and in its body, and the document as a block and as a link in its text."""
    body = []
    if image:
        body.append(
            {"type": "image", "value": {"image": {"image": image.pk, "alt_text": "Học sinh", "decorative": False}}}
        )
    if document:
        body.append({"type": "document", "value": document.pk})
    page = ArticlePage(title=title, body=body, live=live, published_at=timezone.now())
    section = SectionPage.objects.first()
    assert section is not None
    return section.add_child(instance=page)


class Reader:
    """A browser on one unit's host; whatever unit the test works in is active again after each request."""

    def __init__(self, site: UnitSite, *, email: str = "") -> None:
        self.site = site
        self.client = Client(headers={"host": f"{site.unit.code}.localhost"})
        if email:
            with use_site(site):
                account = open_account(identity=Identity.objects.get(email=email), unit=site.unit)
                assert account is not None
                self.client.force_login(account, backend="tenants.memberships.backend.UnitMembershipBackend")

    def get(self, address: str, **kwargs: Any) -> Any:
        with use_site(self.site):
            return self.client.get(address, **kwargs)

    def post(self, address: str, data: Any = None, **kwargs: Any) -> Any:
        with use_site(self.site):
            return self.client.post(address, data, **kwargs)

    def status(self, address: str) -> int:
        return self.get(address).status_code


@pytest.fixture
def reader(an_binh: UnitSite) -> Reader:
    """An anonymous reader of An Bình."""
    return Reader(an_binh)


@pytest.fixture
def lan(an_binh: UnitSite) -> Reader:
    """Lan, editor at An Bình."""
    return Reader(an_binh, email="lan@anbinh.example")


@pytest.fixture
def hoa(phu_hoa: UnitSite) -> Reader:
    """Hoa, editor at Phú Hòa."""
    return Reader(phu_hoa, email="hoa@phuhoa.example")

"""The register of legal documents as readers search it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from sites.models import LegalDocumentPage, RegisterPage
from tenants.units.context import use_site
from tenants.units.models import UnitSite

Visitor = Callable[[str], Client]


def add_document(number: str, title: str, **fields: Any) -> LegalDocumentPage:
    register = RegisterPage.objects.get()
    values = {"document_kind": "Công văn", "issuer": "Sở GD&ĐT", "issued_date": timezone.localdate(), **fields}
    page = LegalDocumentPage(title=title, document_number=number, live=False, **values)
    page.full_clean(exclude=["slug", "path", "depth", "numchild", "url_path", "content_type", "number_key"])
    register.add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.mark.django_db
def test_register_finds_by_number_and_by_words_without_marks(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        add_document("2148/SGDĐT-GDPT", "Kiểm tra cuối học kỳ I")
        add_document("80/QĐ-UBND", "Giao chỉ tiêu tuyển sinh", issuer="UBND tỉnh")
    client = visitor("so-gddt")
    for query, found, missed in (
        ("q=2148%2Fsgddt-gdpt", "Kiểm tra cuối", "Giao chỉ tiêu"),
        ("q=chi+tieu+tuyen+sinh", "Giao chỉ tiêu", "Kiểm tra cuối"),
        ("co-quan=UBND+t%E1%BB%89nh", "Giao chỉ tiêu", "Kiểm tra cuối"),
        ("tu=khong-phai-ngay&trang=abc", "Giao chỉ tiêu", "Không có văn bản nào"),
    ):
        answer = client.get(f"/van-ban-cong-van/?{query}").text
        assert found in answer, query
        assert missed not in answer, query


@pytest.mark.django_db
def test_register_hides_expired_documents_until_asked(portal: UnitSite, visitor: Visitor) -> None:
    today = timezone.localdate()
    with use_site(portal):
        add_document("9/QĐ-SGDĐT", "Quy định đã cũ", issued_date=today.replace(year=today.year - 5), expiry_date=today)
    client = visitor("so-gddt")
    assert "Quy định đã cũ" not in client.get("/van-ban-cong-van/").text
    answer = client.get("/van-ban-cong-van/?het-hieu-luc=1").text
    assert "Quy định đã cũ" in answer
    assert "Hết hiệu lực" in answer

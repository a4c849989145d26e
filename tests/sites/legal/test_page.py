"""A document's own page."""

from datetime import date, timedelta

import orjson
import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from lxml import html

from core.media.models import UnitDocument
from sites.models import LegalDocumentPage
from tenants.units.context import use_site
from tests.factories.documents import add_document

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def a_file(title: str, content: bytes = PDF) -> UnitDocument:
    return UnitDocument.objects.create(title=title, file=ContentFile(content, name="van-ban.pdf"))


def address(page: LegalDocumentPage) -> str:
    return "/" + page.url_path.split("/", 2)[2]


def read(client: Client, page: LegalDocumentPage) -> html.HtmlElement:
    return html.fromstring(client.get(address(page)).content)


@pytest.fixture
def documents(portal) -> dict[str, LegalDocumentPage]:
    with use_site(portal):
        old = add_document(
            "1682/QĐ-SGDĐT",
            "Ban hành Quy chế hoạt động của Cổng",
            document_kind="",
            issued_date=date(2018, 12, 21),
            effective_date=date(2019, 1, 1),
            received_date=date(2018, 12, 24),
            subject="Công nghệ thông tin",
            room="Văn phòng",
            recipients="Các phòng thuộc Sở",
            gazette="Công báo số 3",
            signer="Giám đốc",
            attachment=a_file("Quyết định 1682"),
            is_signature_verified=True,
            more_files=[("file", a_file("Phụ lục"))],
        )
        new = add_document("9/QĐ-SGDĐT", "Quy chế mới", document_kind="", relations={"replaces": old})
        return {"old": LegalDocumentPage.objects.get(pk=old.pk), "new": new}


def test_page_tells_every_field_and_the_state_in_words(documents, visitor) -> None:
    page = read(visitor("so-gddt"), documents["old"])
    facts = {dt.text: dt.getnext().text for dt in page.xpath("//*[@class='cg-facts']//dt")}
    today = timezone.localdate()
    assert facts == {
        "Số, ký hiệu": "1682/QĐ-SGDĐT",
        "Loại văn bản": "Quyết định",
        "Cơ quan ban hành": "Sở GD&ĐT",
        "Người ký": "Giám đốc",
        "Ngày ban hành": "21/12/2018",
        "Ngày có hiệu lực": "01/01/2019",
        "Ngày hết hiệu lực": f"{today:%d/%m/%Y}",
        "Ngày nhận": "24/12/2018",
        "Lĩnh vực": "Công nghệ thông tin",
        "Phụ trách": "Văn phòng",
        "Công báo": "Công báo số 3",
        "Nơi nhận": "Các phòng thuộc Sở",
    }
    text = " ".join(page.text_content().split())
    assert f"Văn bản này hết hiệu lực từ {today:%d/%m/%Y}. Văn bản thay thế: 9/QĐ-SGDĐT." in text


def test_pdf_is_read_in_the_page_and_announced_with_type_and_size(documents, visitor) -> None:
    client = visitor("so-gddt")
    page = read(client, documents["old"])
    (frame,) = page.xpath("//iframe")
    assert frame.get("loading") == "lazy"
    buttons = [" ".join(button.text_content().split()) for button in page.xpath("//a[contains(@class, 'cg-button')]")]
    assert buttons[0].startswith("Tải PDF (")
    assert buttons[1].endswith("Phụ lục")
    answer = client.get(frame.get("src"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_relations_are_links_both_ways(documents, visitor) -> None:
    for here, label, there in (("old", "Bị thay thế bởi", "new"), ("new", "Thay thế", "old")):
        page = read(visitor("so-gddt"), documents[here])
        (row,) = page.xpath("//*[@class='cg-doc']")
        assert f"{label}:" in row.text_content()
        assert row.xpath(".//a")[0].get("href") == address(documents[there])


def test_number_of_the_department_is_linked_to_the_portal(documents, an_binh, visitor) -> None:
    with use_site(an_binh):
        plan = add_document("12/KH-THAB", "Kế hoạch", document_kind="", relations={"implements": "1682/QD-SGDDT"})
    (row,) = read(visitor("th-an-binh"), plan).xpath("//*[@class='cg-doc']")
    assert "Căn cứ:" in row.text_content()
    link = row.xpath(".//a")[0].get("href")
    assert "portal.localhost" in link
    assert link.endswith(address(documents["old"]))


def test_machines_read_the_same(documents, visitor) -> None:
    page = read(visitor("so-gddt"), documents["old"])
    data = orjson.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    assert data["@type"] == "Legislation"
    assert data["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert data["temporalCoverage"].startswith("2019-01-01/")
    assert len(data["encoding"]) == 2
    names = {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[@name]")}
    assert names["DC.identifier"] == "1682/QĐ-SGDĐT"
    assert names["DC.subject"] == "Công nghệ thông tin"


def test_page_costs_few_queries(documents, visitor, django_assert_max_num_queries) -> None:
    client = visitor("so-gddt")
    client.get(address(documents["old"]))
    with django_assert_max_num_queries(10):
        client.get(address(documents["old"]))


def test_document_not_yet_in_force_says_from_when(portal, visitor) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with use_site(portal):
        page = add_document("3/CT-UBND", "Chỉ thị", document_kind="", effective_date=tomorrow)
    assert f"có hiệu lực từ {tomorrow:%d/%m/%Y}" in read(visitor("so-gddt"), page).text_content()


def test_replaced_file_reaches_the_list(documents, portal, visitor) -> None:
    with use_site(portal):
        file = documents["old"].attachment
        file.file = ContentFile(PDF + b"%again\n%%EOF\n", name="moi.pdf")
        file.save()
        new_address = file.url
    assert new_address in visitor("so-gddt").get("/van-ban-cong-van/?hieu-luc=het").text

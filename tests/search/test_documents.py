"""Pages of the portal with more to say than an article, published for real."""

from datetime import date

from django.utils import timezone

from sites.models import FromUnitsPage, LegalDocumentPage, RegisterPage, RepublishedPage
from tenants.registry.models import Entry
from tenants.units.context import use_site


def test_legal_document_is_entered_with_number_kind_issuer_and_dates(portal):
    with use_site(portal):
        page = LegalDocumentPage(
            title="Ban hành Quy chế hoạt động của Cổng",
            document_number="1682/QĐ-SGDĐT",
            document_kind="Quyết định",
            issuer="Sở Giáo dục và Đào tạo",
            issued_date=date(2018, 11, 2),
            expiry_date=date(2027, 1, 1),
            live=False,
        )
        RegisterPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
    entry = Entry.objects.get()
    assert (entry.object_type, entry.number_key, entry.year) == ("legal_document", "1682/qd-sgddt", 2018)
    assert timezone.localdate(entry.published_at) == date(2018, 11, 2)
    assert entry.document["expiry_date"] == "2027-01-01"
    assert "quyet dinh 1682 qd sgddt so giao duc va dao tao" in entry.folded


def test_republished_post_is_entered_under_the_unit_it_came_from(portal):
    with use_site(portal):
        page = RepublishedPage(
            title="Hội đọc sách",
            unit_name="Trường TH&THCS Ba Lòng",
            unit_kind="lien-cap",
            unit_levels=["tieu-hoc", "thcs"],
            commune_code="19000",
            source_url="http://ba-long.localhost/bai/",
            live=False,
        )
        FromUnitsPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
    entry = Entry.objects.get()
    assert (entry.unit, entry.has_origin) == (portal.unit, True)
    assert (entry.unit_kind, entry.levels, entry.commune_code) == ("lien-cap", ["tieu-hoc", "thcs"], "19000")
    assert entry.document["origin"]["unit_name"] == "Trường TH&THCS Ba Lòng"

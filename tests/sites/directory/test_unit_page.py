"""The directory's page of one unit."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.text.fold import fold
from tenants.units.models import Commune, Unit, UnitName, UnitParent, UnitSite
from tenants.units.models.dated import Relation
from tenants.units.statuses import UnitStatus
from tests.support.network import make_unit

Visitor = Callable[[str], Client]
MOST_QUERIES = 10


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.text.replace("\xa0", " ")


@pytest.mark.django_db
def test_unit_without_a_site_has_a_page(visitor: Visitor) -> None:
    unit = make_unit("th-x", "tieu-hoc", "Trường Tiểu học X", commune=Commune.objects.get(name="Đông Hà"))
    UnitParent.objects.create(unit=unit, parent=Unit.objects.get(code="so-gddt"), relation=Relation.PROFESSIONAL)
    text = text_of(visitor("so-gddt"), "/danh-ba/th-x/")
    for words in (
        "Trường Tiểu học X",
        "Phường Đông Hà",
        "tel:+842330000000",
        "th-x@vidu.example",
        "Quản lý chuyên môn",
    ):
        assert words in text
    assert "Mở trang của đơn vị" not in text
    assert '"@type":"EducationalOrganization"' in text


@pytest.mark.django_db
def test_unit_with_a_site_leads_there(an_binh: UnitSite, visitor: Visitor) -> None:
    assert 'href="http://th-an-binh.localhost:8000/"' in text_of(visitor("so-gddt"), "/danh-ba/th-an-binh/")


@pytest.mark.django_db
def test_page_on_a_schools_host_names_the_portals_as_the_one_to_keep(an_binh: UnitSite, visitor: Visitor) -> None:
    text = text_of(visitor("th-an-binh"), "/danh-ba/th-phu-hoa/")
    assert '<link rel="canonical" href="http://portal.localhost:8000/danh-ba/th-phu-hoa/">' in text


@pytest.mark.django_db
@pytest.mark.parametrize("status", [UnitStatus.SUSPENDED, UnitStatus.PLANNED])
def test_unit_that_readers_may_not_see_has_no_page(status: str, visitor: Visitor) -> None:
    Unit.objects.filter(pk=make_unit("th-x", "tieu-hoc", "Trường X").pk).update(status=status)
    assert visitor("so-gddt").get("/danh-ba/th-x/").status_code == 404


@pytest.mark.django_db
def test_closed_unit_names_its_successor(an_binh: UnitSite, visitor: Visitor) -> None:
    unit = make_unit("th-x", "tieu-hoc", "Trường X")
    Unit.objects.filter(pk=unit.pk).update(
        status=UnitStatus.CLOSED, closed_date=date(2026, 6, 30), successor=an_binh.unit
    )
    text = text_of(visitor("so-gddt"), "/danh-ba/th-x/")
    assert "Đã kết thúc ngày 30/06/2026" in text
    assert 'href="/danh-ba/th-an-binh/"' in text


def rename(unit: Unit, slug: str, until: date) -> None:
    UnitName.objects.create(unit=unit, name=f"Trường {slug}", slug=slug, folded=fold(slug), valid_until=until)


@pytest.mark.django_db
def test_former_address_leads_to_the_present_one(visitor: Visitor) -> None:
    rename(make_unit("th-x", "tieu-hoc", "Trường X"), "truong-cu", date(2020, 1, 1))
    answer = visitor("so-gddt").get("/danh-ba/truong-cu/")
    assert (answer.status_code, answer["Location"]) == (301, "/danh-ba/th-x/")


@pytest.mark.django_db
def test_address_that_passed_to_another_unit_shows_who_has_it_now(visitor: Visitor) -> None:
    former = make_unit("th-x", "tieu-hoc", "Trường X")
    make_unit("ptdtnt-quang-tri", "ptdtnt", "Trường PTDTNT Quảng Trị mới")
    rename(former, "ptdtnt-quang-tri", date(2025, 7, 1))
    assert "Trường PTDTNT Quảng Trị mới" in text_of(visitor("so-gddt"), "/danh-ba/ptdtnt-quang-tri/")


@pytest.mark.django_db
def test_former_names_are_told_with_their_days(visitor: Visitor) -> None:
    unit = make_unit("th-x", "tieu-hoc", "Trường X")
    rename(unit, "truong-cu", date(2020, 1, 1))
    text = text_of(visitor("so-gddt"), "/danh-ba/th-x/")
    assert "Trường truong-cu" in text
    assert "đến 01/01/2020" in text


@pytest.mark.django_db
def test_page_keeps_within_ten_queries(an_binh: UnitSite, visitor: Visitor) -> None:
    client = visitor("so-gddt")
    client.get("/danh-ba/th-an-binh/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/danh-ba/th-an-binh/")
    assert len(queries) <= MOST_QUERIES

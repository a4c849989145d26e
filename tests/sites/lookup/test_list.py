"""The section "Tra cứu": what is open, what will be, for 0, 1 and 10,000 exams; found in no search and no map."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sites.lookup.models import Exam, LookupPage
from sites.models import HomePage
from sites.ownership.regulation import DUTIES
from tenants.registry.models import Entry
from tenants.units import hosts
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.lookup.conftest import add_exam, address, load

pytestmark = pytest.mark.django_db

LIST = "/tra-cuu/"


def test_portal_starts_with_the_section_in_its_menu(reader: Client, portal: UnitSite) -> None:
    assert f'href="{LIST}"' in reader.get("/").text
    assert "Tra cứu điểm thi" in reader.get("/").text
    assert "Chưa có kỳ thi nào để tra cứu" in reader.get(LIST).text
    assert "Phòng Quản lý chất lượng" in {duty.owner for duty in DUTIES if duty.section == "tra-cuu"}


def test_list_tells_what_is_open_and_what_will_be(reader: Client, loaded: Exam, portal: UnitSite) -> None:
    with use_site(portal):
        later = add_exam(title="Khảo sát lớp 9", opens_in=timedelta(days=5), source="Phòng Quản lý chất lượng")
    page = reader.get(LIST).text
    opens_at = timezone.localtime(later.opens_at)
    assert f"Công bố lúc {opens_at.hour}:{opens_at.minute:02} ngày {opens_at:%d/%m/%Y}" in page
    assert f"tra được đến hết ngày {loaded.removal_date:%d/%m/%Y}" in page
    assert "Đang mở" in page
    assert "Sắp mở" in page
    assert page.index("Khảo sát lớp 9") < page.index("Thi tuyển sinh lớp 10")
    assert f'href="{address(loaded)}"' in page


def test_list_costs_the_same_for_none_one_and_ten_thousand(
    reader: Client, portal: UnitSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosts, "CHECK_SECONDS", 600.0)
    reader.get(LIST)
    costs = []
    now = timezone.now()
    for count in (0, 1, 9_999):
        with use_site(portal):
            Exam.objects.bulk_create(
                Exam(title=f"Kỳ thi {number}", opens_at=now, removal_date=now.date()) for number in range(count)
            )
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(LIST).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1] == costs[2] <= 10
    assert reader.get(f"{LIST}?trang=500").status_code == 200


def test_results_are_in_no_search_map_or_feed(reader: Client, loaded: Exam, portal: UnitSite) -> None:
    assert not Entry.objects.filter(title__icontains="Thi tuyển sinh lớp 10").exists()
    assert address(loaded) not in reader.get("/sitemap-trang.xml").text
    assert "Disallow: /ket-qua/" in reader.get("/robots.txt").text
    assert reader.get(f"{LIST}feed/").status_code == 404


def test_school_may_have_the_section_too(
    visitor: Callable[[str], Client], an_binh: UnitSite, log_in: Callable[..., Client]
) -> None:
    client = log_in("minh@anbinh.example")
    assert "/quan-tri/tra-cuu/" not in client.get("/quan-tri/").text
    with use_site(an_binh):
        HomePage.objects.get().add_child(instance=LookupPage(title="Tra cứu", slug="tra-cuu", live=True))
        exam = add_exam(title="Khảo sát đầu năm")
        load(exam, site=an_binh, by="minh@anbinh.example")
    assert "/quan-tri/tra-cuu/" in client.get("/quan-tri/").text
    assert "Khảo sát đầu năm" in visitor("th-an-binh").get(LIST).text


def test_settings_let_no_cache_keep_results(settings: Any) -> None:
    assert "/ket-qua/".startswith(tuple(settings.PAGE_CACHE_EXCEPT))
    order = [name.rpartition(".")[2] for name in settings.MIDDLEWARE]
    assert order.index("LookupMiddleware") < order.index("PageCacheMiddleware")

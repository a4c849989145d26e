"""What the law wants at the foot of every page, and the pages that stand when others cannot."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from sites.views.errors import server_error
from tenants.units.hosts import host_cache
from tenants.units.models import Unit, UnitSite
from tenants.units.statuses import UnitStatus

Visitor = Callable[[str], Client]
STATIC_PAGE_BYTES = 10 * 1024


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/lien-he/", "/gioi-thieu/lanh-dao/", "/danh-ba/", "/khong-co/"])
def test_every_page_names_owner_person_address_phone_and_mail(path: str, an_binh: UnitSite, visitor: Visitor) -> None:
    footer = visitor("th-an-binh").get(path).text.replace("\xa0", " ").partition('<footer class="cg-footer">')[2]
    for label, value in (
        ("Cơ quan chủ quản", "Sở Giáo dục và Đào tạo Quảng Trị"),
        ("Chịu trách nhiệm", "Hiệu trưởng"),
        ("Địa chỉ", "Khối 3, xã thử nghiệm"),
        ("Điện thoại", "tel:+842330000000"),
        ("Thư điện tử", "mailto:th-an-binh@vidu.example"),
    ):
        assert label in footer
        assert value in footer


@pytest.mark.django_db
def test_what_the_footer_misses_is_a_task(an_binh: UnitSite, log_in: Callable[..., Client]) -> None:
    client = log_in("minh@anbinh.example")
    assert "Chân trang còn thiếu" not in client.get("/quan-tri/").text
    Unit.objects.filter(pk=an_binh.unit.pk).update(email="", responsible_person="")
    host_cache.forget()
    sentence = "Chân trang còn thiếu: người chịu trách nhiệm nội dung, thư điện tử. Hãy báo Văn phòng Sở bổ sung."
    assert sentence in client.get("/quan-tri/").text


@pytest.mark.django_db
def test_failure_is_told_without_the_database_and_with_the_units_number(an_binh: UnitSite, rf: RequestFactory) -> None:
    request: Any = rf.get("/")
    request.unit = an_binh.unit
    with CaptureQueriesContext(connection) as queries:
        answer = server_error(request)
    assert (answer.status_code, len(queries)) == (500, 0)
    assert "hoặc gọi (0233) 000 0000 nếu việc gấp" in answer.text
    assert len(answer.content) < STATIC_PAGE_BYTES
    assert "gọi văn phòng của đơn vị" in server_error(rf.get("/")).text


@pytest.mark.django_db
def test_unit_that_rests_tells_its_number(an_binh: UnitSite, visitor: Visitor) -> None:
    Unit.objects.filter(pk=an_binh.unit.pk).update(status=UnitStatus.SUSPENDED)
    host_cache.forget()
    answer = visitor("th-an-binh").get("/")
    assert answer.status_code == 503
    assert "hoặc gọi (0233) 000 0000 nếu cần việc gấp" in answer.text

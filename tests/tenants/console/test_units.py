"""The list of units and the page of one, as operators and others meet them."""

import uuid
from datetime import date

import pytest
from django.test import Client

from core.identity.models import Identity
from core.text.fold import fold
from tenants.units.models import Unit, UnitName
from tests.support.network import make_unit

UNITS = "/quan-tri/"


def unit_url(code: str, part: str = "") -> str:
    return f"/quan-tri/don-vi/{Unit.objects.get(code=code).uuid}/{part}"


def text_of(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_anonymous_visitors_log_in_first(db) -> None:
    client = Client(headers={"host": "console.localhost"})
    for address in (UNITS, unit_url("th-an-binh")):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/quan-tri/dang-nhap/?next=")


def test_a_person_who_is_no_operator_any_more_finds_nothing(console, sang) -> None:
    client = console()
    Identity.objects.filter(pk=sang.pk).update(is_operator=False)
    for address in (UNITS, unit_url("th-an-binh")):
        assert client.get(address).status_code == 404


def test_the_console_is_on_no_units_host(log_in) -> None:
    assert log_in("minh@anbinh.example").get(unit_url("th-an-binh")).status_code == 404


def test_the_console_is_never_cached_and_keeps_the_strict_policy(console) -> None:
    answer = console().get(UNITS)
    assert "no-store" in answer["Cache-Control"]
    assert "script-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("typed", ["an binh", "An Bình", "AN  BINH tieu", "th-an-binh.local"])
def test_search_finds_the_unit_however_it_is_typed(console, typed: str) -> None:
    text = text_of(console().get(UNITS, {"q": typed}))
    assert "Trường Tiểu học An Bình" in text
    assert "Trường Tiểu học Phú Hòa" not in text


def test_search_finds_a_unit_by_its_former_name(console) -> None:
    unit = Unit.objects.get(code="th-phu-hoa")
    UnitName.objects.create(
        unit=unit, name="Trường Kim Đồng", slug="kim-dong", folded=fold("Trường Kim Đồng"), valid_until=date(2020, 1, 1)
    )
    assert "Trường Tiểu học Phú Hòa" in text_of(console().get(UNITS, {"q": "kim dong"}))


def test_filters_narrow_and_an_empty_list_says_what_to_do(console) -> None:
    client = console()
    assert "Trường Tiểu học An Bình" not in text_of(client.get(UNITS, {"loai": "so"}))
    text = text_of(client.get(UNITS, {"trang-thai": "closed"}))
    assert "Không có đơn vị nào khớp" in text
    assert "Trường" in text_of(client.get(UNITS, {"trang-thai": "bậy", "trang": "x\0", "q": "\0"}))


def test_the_list_costs_the_same_however_long(console, django_assert_num_queries) -> None:
    client = console()
    with django_assert_num_queries(8):
        client.get(UNITS)
    for number in range(60):
        make_unit(f"them-{number}", "tieu-hoc", f"Trường Tiểu học số {number}")
    with django_assert_num_queries(8):
        text = text_of(client.get(UNITS, {"q": "so"}))
    assert 'rel="next" href="?q=so&amp;trang=2"' in text
    assert "Trường Tiểu học số" in text_of(client.get(UNITS, {"q": "so", "trang": "2"}))


def test_the_page_of_a_unit_tells_all_the_register_knows(console) -> None:
    text = text_of(console().get(unit_url("th-an-binh")))
    for part in ("Đang hoạt động", "Người đọc xem được", "th-an-binh.localhost", "Nguyễn Thị Lan", "Biên tập viên"):
        assert part in text
    assert "hoa@phuhoa.example" not in text


def test_an_unknown_unit_answers_404(console) -> None:
    assert console().get(f"/quan-tri/don-vi/{uuid.uuid4()}/").status_code == 404

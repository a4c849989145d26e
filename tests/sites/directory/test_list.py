"""The directory of units."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.text.fold import fold
from tenants.units.hosts import host_cache
from tenants.units.models import Commune, Unit, UnitName, UnitSite
from tenants.units.statuses import UnitStatus
from tests.support.network import make_unit

Visitor = Callable[[str], Client]
MOST_QUERIES = 10


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "found"), [("an+binh", True), ("phu+hoa", False), ("khong+co+truong+nay", False)])
def test_directory_finds_by_name_without_marks(query: str, found: bool, an_binh: UnitSite, visitor: Visitor) -> None:
    answer = visitor("so-gddt").get(f"/danh-ba/?q={query}").text
    assert ("//th-an-binh.localhost" in answer) is found


@pytest.mark.django_db
def test_directory_finds_a_former_name_and_tells_it(an_binh: UnitSite, visitor: Visitor) -> None:
    name = "Trường Cấp I Bến Hải"
    UnitName.objects.create(
        unit=an_binh.unit, name=name, slug="cap-1-ben-hai", folded=fold(name), valid_until=date(1995, 9, 1)
    )
    answer = visitor("so-gddt").get("/danh-ba/?q=ben+hai").text
    assert "Tên cũ: Trường Cấp I Bến Hải" in answer


@pytest.mark.django_db
def test_directory_leaves_out_suspended_units_and_rooms(an_binh: UnitSite, visitor: Visitor) -> None:
    an_binh.unit.status = UnitStatus.SUSPENDED
    an_binh.unit.save()
    answer = visitor("so-gddt").get("/danh-ba/").text
    assert "th-an-binh.localhost" not in answer
    assert "Phòng Giáo dục phổ thông" not in answer


def titles(text: str) -> list[str]:
    return [part.partition("</h3>")[0] for part in text.split('<h3 class="cg-directory__head">')[1:]]


@pytest.mark.django_db
def test_directory_groups_by_commune_in_vietnamese_order(an_binh: UnitSite, visitor: Visitor) -> None:
    first, second = Commune.objects.get(name="Đông Hà"), Commune.objects.get(name="Cồn Cỏ")
    for code, commune in (("th-x", first), ("th-y", second)):
        make_unit(code, "tieu-hoc", f"Trường {code}", commune=commune, levels=["tieu-hoc"])
    shown = titles(visitor("so-gddt").get("/danh-ba/").text)
    assert shown.index("Đặc khu Cồn Cỏ") < shown.index("Phường Đông Hà")
    assert shown[-1] == "Chưa ghi xã, phường"  # the Sở of the test network


@pytest.mark.django_db
def test_letter_shows_the_communes_that_begin_with_it(visitor: Visitor) -> None:
    for code, name in (("th-x", "Đông Hà"), ("th-y", "Cồn Cỏ"), ("th-z", "Diên Sanh")):
        make_unit(code, "tieu-hoc", f"Trường {code}", commune=Commune.objects.get(name=name))
    host_cache.forget()
    assert titles(visitor("so-gddt").get("/danh-ba/?chu=Đ").text) == ["Phường Đông Hà"]


@pytest.mark.django_db
def test_directory_groups_by_level_with_offices_last(an_binh: UnitSite, visitor: Visitor) -> None:
    make_unit("mn-x", "mam-non", "Trường Mầm non X", levels=["mam-non"])
    shown = titles(visitor("so-gddt").get("/danh-ba/?xep=cap-hoc").text)
    assert shown == ["Mầm non", "Tiểu học", "Cơ quan, đơn vị khác"]


@pytest.mark.django_db
def test_rooms_have_a_tab_of_their_own(visitor: Visitor) -> None:
    text = visitor("so-gddt").get("/danh-ba/?xep=phong").text.replace("\xa0", " ")
    assert "Phòng Giáo dục phổ thông" in text
    assert "Trường Tiểu học An Bình" not in text


def make_many(count: int) -> None:
    communes = list(Commune.objects.all())
    Unit.objects.bulk_create(
        Unit(
            code=f"th-{number}",
            kind_id="tieu-hoc",
            name=f"Trường Tiểu học số {number}",
            slug=f"truong-so-{number}",
            sort_key=f"{number:05}",
            folded=f"truong tieu hoc so {number}",
            commune=communes[number % len(communes)],
            levels=["tieu-hoc"],
        )
        for number in range(count)
    )


@pytest.mark.alone
@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/danh-ba/", "/danh-ba/?xep=cap-hoc", "/danh-ba/?q=truong+so", "/danh-ba/?trang=3"])
def test_list_costs_the_same_for_three_and_for_two_thousand(path: str, visitor: Visitor) -> None:
    client, costs = visitor("so-gddt"), []
    for more in (0, 2000):
        make_many(more)
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            assert client.get(path).status_code == 200
            took = time.perf_counter() - began
        costs.append(len(queries))
    assert costs[1] <= costs[0] + 1 <= MOST_QUERIES  # names are read for units that were found
    assert took < 1


@pytest.mark.django_db
def test_printed_list_has_everything_on_one_page(visitor: Visitor) -> None:
    make_many(120)
    text = visitor("so-gddt").get("/danh-ba/?in=1").text
    assert text.count('class="cg-directory__row"') == 123
    assert "Lưu dưới dạng PDF" in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    ["?xa=%27%22&cap=khong&chu=%00&xep=la&trang=abc", "?trang=999999", "?q=a%00b", "?xa=%00", "?q=" + "a" * 500],
)
def test_nonsense_in_the_address_is_answered(fields: str, visitor: Visitor) -> None:
    assert visitor("so-gddt").get(f"/danh-ba/{fields}").status_code == 200

"""The directory of units."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from core.text.fold import fold
from tenants.units.models import UnitName, UnitSite
from tenants.units.statuses import UnitStatus

Visitor = Callable[[str], Client]


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "found"), [("an+binh", True), ("phu+hoa", False), ("khong+co+truong+nay", False)])
def test_directory_finds_by_name_without_marks(query: str, found: bool, an_binh: UnitSite, visitor: Visitor) -> None:
    answer = visitor("so-gddt").get(f"/danh-ba/?q={query}").text
    assert ("th-an-binh.localhost" in answer) is found


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

"""Menus and plans of a school: this week's first, due before the Saturday, or the 25th, before."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from core.frontend.formats import WEEKDAYS
from sites.disclosures.admin.duties import disclosure_duties
from sites.disclosures.models import PeriodPlan, PlanKind
from sites.disclosures.models.plans import due_before, next_start, period_start
from sites.roles import GRANTS
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import Role, UnitSite

pytestmark = pytest.mark.django_db

LIST = "/thuc-don-ke-hoach/"
TODAY = timezone.localdate()
MONDAY = period_start(PlanKind.MENU, TODAY)
WEEK = timedelta(days=7)


def add_plan(starts_date: date = MONDAY, kind: str = PlanKind.MENU, **rows: str) -> PeriodPlan:
    lines = rows or {WEEKDAYS[TODAY.weekday()]: "Cơm, cá bống kho tiêu, canh rau tập tàng"}
    plan = PeriodPlan(
        kind=kind,
        starts_date=starts_date,
        rows=[{"type": "row", "value": {"when": when, "main": main, "extra": "Sữa"}} for when, main in lines.items()],
    )
    plan.full_clean()
    plan.save()
    return plan


def in_blocks(text: str) -> str:
    """Return a text as the form hands it to the script of its blocks."""
    return json.dumps(text)[1:-1]


@pytest.fixture
def reader(visitor: Callable[[str], Client]) -> Client:
    return visitor("th-an-binh")


@pytest.mark.parametrize(
    ("kind", "starts", "due"),
    [
        (PlanKind.MENU, date(2026, 11, 30), date(2026, 11, 28)),
        (PlanKind.WEEK, date(2027, 1, 4), date(2027, 1, 2)),
        (PlanKind.MONTH, date(2027, 1, 1), date(2026, 12, 25)),
        (PlanKind.MONTH, date(2027, 3, 1), date(2027, 2, 25)),
    ],
)
def test_plan_is_due_before_a_day_of_the_period_before(kind: str, starts: date, due: date) -> None:
    assert due_before(kind, starts) == due


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"starts_date": MONDAY + timedelta(days=1)}, "Tuần bắt đầu từ thứ Hai"),
        ({"kind": PlanKind.MONTH, "starts_date": date(2026, 12, 2)}, "bắt đầu từ ngày mùng 1"),
    ],
)
def test_wrong_first_day_is_refused_in_words(an_binh: UnitSite, fields: dict[str, Any], sentence: str) -> None:
    with use_site(an_binh), pytest.raises(ValidationError, match=sentence):
        add_plan(**fields)


def test_second_menu_of_a_week_is_refused(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        add_plan()
        with pytest.raises(ValidationError, match="đã có"):
            add_plan()


def test_todays_menu_is_on_the_home_page_and_this_week_unfolded(an_binh: UnitSite, reader: Client) -> None:
    assert "chưa đăng thực đơn" in reader.get(LIST).text
    with use_site(an_binh):
        add_plan()
        add_plan(MONDAY - WEEK, **{"Thứ Hai": "Bún bò"})
    assert "cá bống kho tiêu" in reader.get("/").text
    text = reader.get(LIST).text
    assert "Tuần này" in text
    assert text.count('<details class="cg-part" open>') == 1
    assert "Bún bò" in text


@pytest.mark.parametrize("count", [0, 1, 10_000])
def test_list_costs_the_same_with_any_number_of_plans(
    an_binh: UnitSite, reader: Client, django_assert_max_num_queries: Callable, count: int
) -> None:
    with use_site(an_binh):
        PeriodPlan.objects.bulk_create(
            PeriodPlan(kind=PlanKind.MENU, starts_date=MONDAY - number * timedelta(days=1)) for number in range(count)
        )
    reader.get(LIST)
    with django_assert_max_num_queries(6):
        assert reader.get(LIST).text.count("<details") >= min(count, 12)


def test_dashboard_asks_a_school_with_menus_for_the_next_from_tuesday_on(an_binh: UnitSite) -> None:
    start = next_start(PlanKind.MENU, TODAY)
    with use_site(an_binh):
        assert list(disclosure_duties(start - timedelta(days=2))) == []
        add_plan()

        def asked(day: date) -> list[bool]:
            return [duty.is_late for duty in disclosure_duties(day) if "thực đơn tuần" in duty.text]

        assert asked(start - timedelta(days=7)) == []
        assert asked(start - timedelta(days=6)) == [False]
        assert asked(start - timedelta(days=2)) == [True]
        add_plan(start)
        assert asked(start - timedelta(days=2)) == []


def test_search_finds_a_dish(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        add_plan()
    assert "cá bống" in Entry.objects.get(object_type="period_plans", unit=an_binh.unit).document["body"]


def test_who_may_write_menus() -> None:
    writers = {role for role, grant in GRANTS.items() if "cms_disclosures.add_periodplan" in grant.lists}
    assert writers == {Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR}


def test_editor_writes_a_menu_and_copies_it_to_the_next_week(
    log_in: Callable[..., Client], an_binh: UnitSite, reader: Client
) -> None:
    lan = log_in("lan@anbinh.example")
    assert in_blocks("Thứ Hai") in lan.get("/quan-tri/thuc-don/new/").text
    fields = {"kind": "menu", "starts_date": MONDAY.isoformat(), "rows-count": "1", "rows-0-type": "row"}
    fields |= {
        "rows-0-order": "0",
        "rows-0-deleted": "",
        "rows-0-value-when": "Thứ Hai",
        "rows-0-value-main": "Cháo lươn",
    }
    assert lan.post("/quan-tri/thuc-don/new/", fields).status_code == 302
    with use_site(an_binh):
        plan = PeriodPlan.objects.get()
    assert in_blocks("Cháo lươn") in lan.get(f"/quan-tri/thuc-don/copy/{plan.pk}/").text
    assert "Cháo lươn" in reader.get(LIST).text
    wrong = lan.post("/quan-tri/thuc-don/new/", {**fields, "starts_date": (MONDAY + timedelta(days=2)).isoformat()})
    assert "Hãy chọn một ngày thứ Hai" in wrong.text
    assert log_in("thu@anbinh.example").get("/quan-tri/thuc-don/").status_code == 302

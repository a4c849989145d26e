"""A school year's disclosure: opened from the year before, shown part by part, counted, due on a day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from sites.disclosures.actions.note_days import note_days
from sites.disclosures.actions.open_year import OpenYearError, open_year
from sites.disclosures.admin.duties import disclosure_duties
from sites.disclosures.admin.views import missing_years
from sites.disclosures.blocks import PartBlock
from sites.disclosures.law import PARTS, due_date, school_year_on
from sites.disclosures.models import DisclosuresPage, DisclosureYearPage
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import Due, UnitSite
from tests.core.media.conftest import make_document

pytestmark = pytest.mark.django_db

SECTION = "/cong-khai/"
THIS_YEAR = school_year_on(timezone.localdate())
ROOMS = [{"name": "Phòng học", "have": 14, "minimum": 12}, {"name": "Phòng tin học", "have": 0, "minimum": 1}]


def fill(page: DisclosureYearPage, **parts: dict[str, Any]) -> None:
    """Publish the year with these parts over what it holds."""
    held = {block["type"]: block["value"] for block in page.parts.raw_data} | parts
    page.parts = [{"type": part.key, "value": held.get(part.key, {})} for part in PARTS]
    page.save_revision().publish()


def open_first(starts_in: int = THIS_YEAR, **parts: dict[str, Any]) -> DisclosureYearPage:
    page = open_year(section=DisclosuresPage.objects.get(), starts_in=starts_in, user=None)
    if parts:
        fill(page, **parts)
    return DisclosureYearPage.objects.get(pk=page.pk)


def facilities(**changes: Any) -> dict[str, Any]:
    return {"is_ready": True, "land": "5200.50", "rooms": ROOMS, **changes}


@pytest.fixture
def reader(visitor: Callable[[str], Client]) -> Client:
    return visitor("th-an-binh")


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 6, 30), 2026), (date(2026, 11, 24), 2026)],
)
def test_school_year_turns_in_august(day: date, year: int) -> None:
    assert school_year_on(day) == year


def test_parts_are_due_before_the_thirtieth_of_june() -> None:
    assert due_date(2026) == date(2027, 6, 30)


def test_first_year_starts_with_what_the_register_knows_and_shows_nothing(an_binh: UnitSite, reader: Client) -> None:
    with use_site(an_binh):
        page = open_first()
        general = page.standings[0].value
        assert not page.live
    assert general["name"] == "Trường Tiểu học An Bình"
    assert general["address"] == "Khối 3, xã thử nghiệm"
    assert "chưa đăng mục công khai nào" in reader.get(SECTION).text


def test_next_year_copies_the_last_and_nothing_of_it_is_ready(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        report = make_document()
        open_first(THIS_YEAR - 1, facilities=facilities(), report={"is_ready": True, "files": [report.pk]})
        page = open_first(THIS_YEAR)
        values = {standing.part.key: standing.value for standing in page.standings}
        assert values["facilities"]["land"] == "5200.50"
        assert values["facilities"]["rooms"] == ROOMS
        assert not values["report"].get("files")
        assert page.done == 0
        assert page.slug == f"nam-hoc-{THIS_YEAR}-{THIS_YEAR + 1}"


def test_year_is_opened_once(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        open_first()
        with pytest.raises(OpenYearError, match="đã mở rồi"):
            open_first()


def test_part_is_shown_once_it_is_ready_with_its_tables_and_day(an_binh: UnitSite, reader: Client) -> None:
    with use_site(an_binh):
        page = open_first(facilities=facilities(), staff={"is_ready": False, "note": "Đang kiểm lại"})
        address = page.url
    text = reader.get(address).text
    for words in ("Cơ sở vật chất, tài liệu học tập", "5.200,5", "Phòng tin học", "Đã công khai 1/8 mục"):
        assert words in text
    assert f"Đã công khai {timezone.localdate():%d/%m/%Y}" in text
    assert f"hạn trước 30/06/{THIS_YEAR + 1}" in text
    assert "Đang kiểm lại" not in text
    assert "Phòng tin học" in reader.get(SECTION).text
    canonical = re.search(r'rel="canonical" href="([^"]+)"', reader.get(SECTION).text)
    assert canonical
    assert canonical[1].endswith(address)


def test_print_view_unfolds_every_part(an_binh: UnitSite, reader: Client) -> None:
    with use_site(an_binh):
        address = open_first(facilities=facilities()).url
    assert '<details class="cg-part" id="muc-4">' in reader.get(address).text
    assert '<details class="cg-part" id="muc-4" open>' in reader.get(address, {"in": "1"}).text


def test_part_published_again_unchanged_keeps_its_day(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        page = open_first(facilities=facilities())
        page.part_days["facilities"]["day"] = "2026-09-05"
        page.save()
        fill(page, staff={"is_ready": True, "note": "Đủ"})
        page.refresh_from_db()
        assert page.part_days["facilities"]["day"] == "2026-09-05"
        fill(page, facilities=facilities(land="5300"))
        page.refresh_from_db()
        assert page.part_days["facilities"]["day"] == timezone.localdate().isoformat()


def test_part_taken_back_loses_its_day(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        page = open_first(facilities=facilities())
        fill(page, facilities=facilities(is_ready=False))
        page.refresh_from_db()
        assert page.part_days == {}


def test_year_that_is_over_says_since_when_parts_are_late(an_binh: UnitSite, reader: Client) -> None:
    with use_site(an_binh):
        address = open_first(THIS_YEAR - 1, facilities=facilities()).url
    text = reader.get(address).text
    assert f"Quá hạn từ 30/06/{THIS_YEAR}" in text
    assert "Đã công khai 1/8 mục" in text


def test_clock_comes_by_on_the_due_day(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        note_days(page=open_first(facilities=facilities()), at=timezone.now())
    assert due_date(THIS_YEAR) in {timezone.localtime(due.at).date() for due in Due.objects.filter(site=an_binh)}


@pytest.mark.parametrize(
    ("part", "value", "sentence"),
    [
        ("staff", {"is_ready": True}, "chưa có nội dung nào"),
        ("staff", {"is_ready": True, "staff": [{"name": ""}]}, "chưa có nội dung nào"),
        ("report", {"is_ready": True, "note": "Xem tệp"}, "cần ít nhất một tệp PDF"),
        ("facilities", {"is_ready": False, "land": "-5"}, ""),
    ],
)
def test_part_that_cannot_be_published_is_refused_in_words(
    an_binh: UnitSite, part: str, value: dict[str, Any], sentence: str
) -> None:
    with use_site(an_binh):
        block: PartBlock = DisclosureYearPage._meta.get_field("parts").stream_block.child_blocks[part]
        with pytest.raises(ValidationError) as refusal:
            block.clean(block.to_python(value))
    errors = " ".join(str(error.messages) for error in refusal.value.block_errors.values())
    assert sentence in errors


def test_part_with_only_a_zero_is_filled(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        block = DisclosureYearPage._meta.get_field("parts").stream_block.child_blocks["results"]
        value = {"is_ready": True, "pupils": [{"grade": "", "disabled": 0}]}
        assert block.clean(block.to_python(value))["is_ready"]


def test_years_stay_beside_each_other_within_few_queries(
    an_binh: UnitSite, reader: Client, django_assert_max_num_queries: Callable
) -> None:
    with use_site(an_binh):
        report = make_document()
        for year in range(THIS_YEAR - 5, THIS_YEAR + 1):
            page = open_first(
                year, facilities=facilities(rooms=ROOMS * 30), quality={"is_ready": True, "note": "Mức 2"}
            )
        fill(page, report={"is_ready": True, "files": [report.pk]})
    reader.get(SECTION)
    with django_assert_max_num_queries(8):
        text = reader.get(SECTION).text
    assert text.count("Năm học 20") == 6
    with django_assert_max_num_queries(10):
        assert "2/8 mục" not in reader.get("/").text


def test_home_shows_how_far_the_year_has_come(an_binh: UnitSite, reader: Client) -> None:
    assert "Xem các mục công khai" not in reader.get("/").text
    with use_site(an_binh):
        open_first(facilities=facilities())
    assert "Đã công khai 1/8 mục" in reader.get("/").text


def test_search_finds_public_parts_alone(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        open_first(facilities=facilities(), staff={"is_ready": False, "note": "Chưa rà soát"})
    body = Entry.objects.get(object_type="disclosure").document["body"]
    assert "Phòng tin học 0 1" in body
    assert "Chưa rà soát" not in body


def test_editor_opens_a_year_writers_and_others_do_not(
    log_in: Callable[..., Client], an_binh: UnitSite, phu_hoa: UnitSite
) -> None:
    lan = log_in("lan@anbinh.example")
    assert "Chưa có năm học nào" in lan.get("/quan-tri/cong-khai/").text
    answer = lan.post("/quan-tri/cong-khai/", {"starts_in": THIS_YEAR})
    with use_site(an_binh):
        page = DisclosureYearPage.objects.get()
        assert answer["Location"] == f"/quan-tri/pages/{page.pk}/edit/"
    form = lan.get(answer["Location"])
    assert form.context["form"]["parts"].value().stream_block.child_blocks.keys() == {part.key for part in PARTS}
    again = lan.post("/quan-tri/cong-khai/", {"starts_in": THIS_YEAR})
    assert again.status_code == 422
    assert "Hãy chọn trong danh sách" in again.text
    assert log_in("thu@anbinh.example").get("/quan-tri/cong-khai/").status_code == 403
    assert log_in("dung@so.example").get("/quan-tri/cong-khai/").status_code == 404
    with use_site(phu_hoa):
        assert not DisclosureYearPage.objects.exists()


def test_approver_fills_a_part_in_the_form_and_publishes(
    log_in: Callable[..., Client], an_binh: UnitSite, reader: Client
) -> None:
    with use_site(an_binh):
        page = open_first()
    fields: dict[str, Any] = {"summary": "", "parts-count": "1", "action-publish": "1"}
    fields |= {f"parts-0-{name}": value for name, value in {"type": "quality", "order": "0", "deleted": ""}.items()}
    fields |= {"parts-0-value-is_ready": "on", "parts-0-value-standard": "Mức độ 2, công nhận ngày 12/5/2024"}
    fields |= {"parts-0-value-files-count": "0"}
    answer = log_in("minh@anbinh.example").post(f"/quan-tri/pages/{page.pk}/edit/", fields)
    assert answer.status_code == 302
    assert "Mức độ 2, công nhận ngày 12/5/2024" in reader.get(SECTION).text


def test_missing_years_start_with_the_current_one() -> None:
    assert missing_years({2024, 2026}, date(2026, 11, 24)) == [2027, 2025, 2023, 2022, 2021]
    assert missing_years(set(), date(2026, 11, 24))[:2] == [2026, 2027]


def test_dashboard_names_the_year_until_it_is_complete(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        (unopened,) = disclosure_duties(due_date(THIS_YEAR) - timedelta(days=30))
        assert "Chưa mở mục Công khai năm học" in unopened.text
        open_first(facilities=facilities())
        due = due_date(THIS_YEAR)
        assert not [duty for duty in disclosure_duties(due - timedelta(days=90)) if "Công khai năm" in duty.text]
        (soon,) = [duty for duty in disclosure_duties(due - timedelta(days=30)) if "Công khai năm" in duty.text]
        assert "1/8 mục" in soon.text
        assert not soon.is_late
        (late,) = [duty for duty in disclosure_duties(due) if "Công khai năm" in duty.text]
        assert late.is_late

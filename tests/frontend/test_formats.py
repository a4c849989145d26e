"""Dates, numbers, sizes and names as readers write them."""

from datetime import date, datetime

import pytest
from django.utils import timezone, translation

from core.frontend import formats
from core.frontend.names import bind_names

MORNING = datetime(2026, 11, 23, 8, 30, tzinfo=timezone.get_default_timezone())


def test_long_date_carries_weekday_and_time() -> None:
    assert formats.long_date(MORNING) == "Thứ Hai, 23/11/2026, 8:30"
    assert formats.long_date(date(2026, 11, 29)) == "Chủ Nhật, 29/11/2026"


def test_weekday_inside_a_sentence_starts_small() -> None:
    assert formats.weekday(date(2026, 11, 24), True) == "thứ Ba"


def test_english_pages_name_english_weekdays() -> None:
    with translation.override("en"):
        assert formats.long_date(MORNING) == "Monday, 23/11/2026, 8:30"
        assert formats.number(1284.5) == "1,284.5"


@pytest.mark.parametrize(("value", "written"), [(1284, "1.284"), (98.5, "98,5"), (7, "7"), (1_000_000, "1.000.000")])
def test_number_groups_with_points(value: float, written: str) -> None:
    assert formats.number(value) == written


def test_percent_keeps_its_sign_beside() -> None:
    assert formats.percent(98.5) == "98,5\xa0%"
    assert formats.percent(98.0) == "98\xa0%"


@pytest.mark.parametrize(("size", "written"), [(412 * 1024, "412\xa0KB"), (1_258_291, "1,2\xa0MB"), (10, "1\xa0KB")])
def test_file_size_is_never_finer_than_a_kilobyte(size: int, written: str) -> None:
    assert formats.file_size(size) == written


def test_reading_takes_at_least_a_minute() -> None:
    assert formats.reading_minutes("chữ") == 1
    assert formats.reading_minutes("chữ " * 690) == 3


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Trường Tiểu học Khe Sanh", "Trường Tiểu_học Khe_Sanh"),
        ("Trường THPT Lê Quý Đôn, Quảng Trị", "Trường THPT Lê_Quý_Đôn, Quảng_Trị"),
        ("Học sinh Ba Lòng trồng 500 cây", "Học sinh Ba_Lòng trồng 500 cây"),
        ("Phòng Văn hóa – Xã hội", "Phòng Văn_hóa – Xã_hội"),
        ("Sông Thạch Hãn, Cửa Tùng", "Sông_Thạch_Hãn, Cửa_Tùng"),
        ("", ""),
    ],
)
def test_names_are_not_torn_apart(text: str, bound: str) -> None:
    assert bind_names(text) == bound.replace("_", "\xa0")

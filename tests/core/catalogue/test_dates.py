"""Dates and spans in the admin as Vietnamese offices write and read them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django import forms
from django.utils import timezone, translation
from django.utils.formats import date_format, number_format
from django.utils.timesince import timesince
from wagtail.admin.localization import get_js_translation_strings
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

AT = datetime(2026, 11, 23, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("DATE_FORMAT", "Thứ Hai, 23/11/2026"),
        ("DATETIME_FORMAT", "8:10, 23/11/2026"),
        ("SHORT_DATE_FORMAT", "23/11/2026"),
        ("YEAR_MONTH_FORMAT", "tháng 11/2026"),
        ("TIME_FORMAT", "8:10"),
    ],
)
def test_instant_is_written_as_in_offices(name: str, text: str) -> None:
    assert date_format(timezone.localtime(AT), name) == text


def test_span_counts_in_vietnamese() -> None:
    assert timesince(AT - timedelta(hours=2, minutes=5), AT).replace("\xa0", " ") == "2 giờ, 5 phút"
    assert timesince_simple(timezone.now() - timedelta(hours=2)).replace("\xa0", " ") == "2 giờ trước"


def test_form_reads_day_before_month_and_iso() -> None:
    field = forms.DateField()
    assert field.clean("03/04/2026") == date(2026, 4, 3)
    assert field.clean("2026-04-03") == date(2026, 4, 3)
    with pytest.raises(forms.ValidationError, match="ví dụ 23/11/2026"):
        field.clean("04/31/2026")


def test_wagtail_fields_show_what_they_read() -> None:
    shown = AdminDateTimeInput().format_value(timezone.localtime(AT))
    assert shown == "23/11/2026 08:10"
    assert forms.DateTimeField().clean(shown) == AT
    assert forms.DateField().clean(AdminDateInput().format_value(date(2026, 4, 3))) == date(2026, 4, 3)


def test_calendar_of_the_admin_starts_on_monday() -> None:
    assert AdminDateInput().get_config()["dayOfWeekStart"] == 1
    assert get_js_translation_strings()["WEEKDAYS_SHORT"] == ["CN", "T2", "T3", "T4", "T5", "T6", "T7"]


def test_number_has_a_decimal_comma() -> None:
    assert number_format(98.5) == "98,5"

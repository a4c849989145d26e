"""Dates, numbers and sizes as Vietnamese readers write them; Django's `vi` formats differ ("Thứ 2", no grouping)."""

from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SYLLABLES_A_MINUTE = 230
KILOBYTE = 1024


def _is_vietnamese() -> bool:
    return (get_language() or "vi").startswith("vi")


def short_date(day: date) -> str:
    """Return "23/11/2026"."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def weekday(day: date, is_inside_sentence: bool = False) -> str:
    """Return "Thứ Hai", inside a sentence "thứ Hai" (on English pages "Monday" in both)."""
    if not _is_vietnamese():
        return ENGLISH_WEEKDAYS[day.weekday()]
    name = WEEKDAYS[day.weekday()]
    return name[0].lower() + name[1:] if is_inside_sentence else name


def long_date(day: date) -> str:
    """Return "Thứ Hai, 23/11/2026", and the time after it, "8:30", when the value has one. Pass local time."""
    text = f"{weekday(day)}, {short_date(day)}"
    return f"{text}, {clock(day)}" if isinstance(day, datetime) else text


def clock(at: datetime) -> str:
    """Return "8:30"."""
    return f"{at.hour}:{at.minute:02}"


def month_label(day: date) -> str:
    """Return "Th 11", the short month of a date box."""
    return _("Th %(month)d") % {"month": day.month}


def number(value: float | None) -> str:
    """Return 1284 as "1.284" and 98.5 as "98,5" (English pages: "1,284", "98.5"); None as ""."""
    if value is None:
        return ""
    text = f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if _is_vietnamese() else text


def percent(value: float) -> str:
    """Return 98.5 as "98,5 %" with a no-break space, rounded to one decimal; 98.0 as "98 %"."""
    rounded = round(value, 1)
    return f"{number(int(rounded) if rounded == int(rounded) else rounded)}\N{NO-BREAK SPACE}%"


def file_size(size: int) -> str:
    """Return bytes as "412 KB" or "1,2 MB", never finer than a kilobyte."""
    kilobytes = max(1, round(size / KILOBYTE))
    if kilobytes < KILOBYTE:
        return f"{kilobytes}\N{NO-BREAK SPACE}KB"
    return f"{number(round(size / KILOBYTE**2, 1))}\N{NO-BREAK SPACE}MB"


def reading_minutes(text: str) -> int:
    """Return how many minutes the plain text takes to read at an unhurried 230 syllables a minute, at least 1."""
    return max(1, round(len(text.split()) / SYLLABLES_A_MINUTE))


def pages_count(pages: int) -> str:
    """Return "14 trang"."""
    return _("%(pages)s trang") % {"pages": number(pages)}

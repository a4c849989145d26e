"""Days as people type them into a list."""

import re
from datetime import date, datetime

from core.text.fold import fold

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t].*)?")
_IN_WORDS = re.compile(r"(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})")


def parse_day(cell: object) -> date | None:
    """Return the day a cell means: a workbook's date, 12/01/2026, 12-1-2026, 2026-01-12, ngày 12 tháng 01 năm 2026.

    None for anything else, a day that no calendar has included.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = fold(str(cell or "")).strip()
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_IN_WORDS, (3, 2, 1)), (_YEAR_FIRST, (1, 2, 3))):
        if match := pattern.fullmatch(text):
            try:
                return date(*(int(match[part]) for part in order))
            except ValueError:
                return None
    return None

"""The workbook to start from: the columns, and two lines that show how they are filled."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from core.frontend.formats import long_date
from core.spreadsheets.write import Column, write_book
from sites.schedule.importing.columns import COLUMNS, TEMPLATE_FIELDS

_WIDTHS = {"day": 22, "session": 10, "time": 16, "content": 50}


def template_file(monday: date) -> bytes:
    """Return an XLSX file for the week of `monday`, a line a working day."""
    example = {
        "session": _("Sáng"),
        "time": "8:00 – 9:30",
        "content": _("Họp giao ban"),
        "chair": _("Giám đốc Sở"),
        "participants": _("Lãnh đạo Sở, trưởng các phòng"),
        "place": _("Phòng họp A"),
        "prepared_by": _("Văn phòng"),
    }
    columns = [Column(COLUMNS.label(name), _WIDTHS.get(name, 26)) for name in TEMPLATE_FIELDS]
    days = [long_date(monday + timedelta(days=offset)) for offset in range(5)]
    lines = [[day if name == "day" else "" for name in TEMPLATE_FIELDS] for day in days]
    lines[0] = [days[0], *(example[name] for name in TEMPLATE_FIELDS[1:])]
    return write_book(_("Lịch công tác"), columns, lines)

"""A cell as a reader sees it: marks with a comma, days as people write them."""

from datetime import date, datetime, time

from core.frontend.formats import clock, short_date
from core.spreadsheets.read import text_of
from core.spreadsheets.xlsx_table import Value

LONGEST_TEXT = 500
# What Excel shows where a formula has failed.
EXCEL_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})


def shown_text(cell: Value) -> str:
    """Return 8.5 as "8,5", a day as "03/05/2011", text as it is without needless spaces, nothing as ""."""
    if isinstance(cell, float) and not cell.is_integer():
        return f"{cell:.6g}".replace(".", ",")
    if isinstance(cell, datetime):
        day = short_date(cell)
        return day if cell.time() == time() else f"{clock(cell)}, {day}"
    if isinstance(cell, date):
        return short_date(cell)
    if isinstance(cell, time):
        return f"{cell.hour}:{cell.minute:02}"
    return " ".join(text_of(cell).split())

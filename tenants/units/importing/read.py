"""From the bytes of a list of units to rows of clean text by field."""

from core.spreadsheets.read import Row, read_rows
from core.spreadsheets.refusal import ListError
from tenants.units.importing.columns import COLUMNS

__all__ = ["ListError", "Row", "read_list"]


def read_list(content: bytes) -> list[Row]:
    """Return the list's rows, at most 20,000. Raise ListError."""
    return read_rows(content, COLUMNS)

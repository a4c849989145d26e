"""Spreadsheets people download: an empty list to fill in, and what to correct in theirs."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from core.spreadsheets.write import Column, write_book
from sites.legal.importing.columns import COLUMNS, label
from sites.legal.importing.report import Problem
from sites.legal.words import KIND_NAMES, SUBJECT_NAMES

_EXAMPLE: dict[str, str | date] = {
    "document_number": "205/KH-SGDĐT",
    "title": "Kế hoạch tuyển sinh vào lớp 10 năm học 2027–2028",
    "document_kind": "Kế hoạch",
    "issuer": "Sở Giáo dục và Đào tạo Quảng Trị",
    "signer": "Phó Giám đốc",
    "subject": "Thi và tuyển sinh",
    "room": "Phòng Quản lý chất lượng",
    "issued_date": date(2026, 11, 18),
    "replaces": "118/KH-SGDĐT ngày 20/10/2025",
    "file": "205-KH-SGDDT.pdf",
    "more_files": "205-phu-luc-1.xlsx; 205-phu-luc-2.docx",
}


def template_file() -> bytes:
    """Return an XLSX with the columns, one example row, and a sheet of the words that may be used."""
    columns = [Column(label(name), 28) for name in COLUMNS.headers]
    words = {label("document_kind"): KIND_NAMES, label("subject"): SUBJECT_NAMES}
    return write_book(_("Văn bản"), columns, [[_EXAMPLE.get(name) for name in COLUMNS.headers]], words=words)


def problems_file(problems: Iterable[Problem]) -> bytes:
    """Return an XLSX with one line for each thing to correct."""
    columns = [Column(_("Dòng"), 8), Column(_("Cột"), 24), Column(_("Cần sửa"), 90)]
    return write_book(_("Cần sửa"), columns, [[one.row, one.column, one.sentence] for one in problems])

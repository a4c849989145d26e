from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from search.attachments.extraction.pages import Page
from search.attachments.extraction.unreadable import UnreadableError


def read_sheets(content: bytes) -> Iterator[Page]:
    """Yield each sheet of an XLSX, XLS or ODS workbook, a row a line; hidden sheets are nobody's to find."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        for number, sheet in enumerate(workbook.sheets_metadata, start=1):
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet:
                rows = workbook.get_sheet_by_name(sheet.name).iter_rows()
                yield Page(number, "\n".join([sheet.name, *("\t".join(map(_words, row)) for row in rows)]))
    except PasswordError as error:
        raise UnreadableError("password") from error
    except CalamineError as error:
        raise UnreadableError("damaged") from error


def _words(cell: object) -> str:
    match cell:
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return f"{cell:%d/%m/%Y}"
    return str(cell)

"""Lists whose columns are the sender's own: each keeps its head as typed, and the reader says which one it needs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from core.spreadsheets.columns import header_words
from core.spreadsheets.read import HEADER_WITHIN, read_table, refuse_count, text_of
from core.spreadsheets.refusal import ListError
from core.spreadsheets.xlsx_table import Value
from core.text.fold import fold


@dataclass(frozen=True, slots=True)
class FreeRow:
    """number: as the spreadsheet shows it, from 1. cells: as the workbook holds them, one for each head."""

    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class FreeList:
    """heads: of the columns that have one, from left to right."""

    heads: tuple[str, ...]
    rows: list[FreeRow]

    def index(self, head: str) -> int:
        """Return the place of a column named with or without marks. Raise ListError when the list has none such."""
        place = _place(head, self.heads)
        if place is None:
            raise _no_column(head, self.heads)
        return place


def read_free(content: bytes, *, needed: str, most_rows: int) -> FreeList:
    """Return a list of one sheet under whatever header; the header is the first row with the column `needed`.

    Raise ListError with one Vietnamese sentence: for what `read_rows` refuses, for no or two columns of one name, for
    cells outside named columns, for a second sheet that is filled.
    """
    table = read_table(content, most_rows=most_rows, one_sheet=True)
    start = _header(table.lines, needed)
    table.refuse_unclear_cells(below=start + 1)
    named, heads = _named(table.lines[start])
    places = sorted(named)
    rows = []
    for number, line in enumerate(table.lines[start + 1 :], start=start + 2):
        _refuse_unnamed(number, line, named)
        cells = tuple(line[place] if place < len(line) else None for place in places)
        if any(map(text_of, cells)):
            rows.append(FreeRow(number, cells))
    refuse_count(len(rows), most_rows=most_rows)
    return FreeList(heads, rows)


def _header(lines: list[list[Value]], needed: str) -> int:
    head = [[text_of(cell) for cell in line] for line in lines[:HEADER_WITHIN]]
    for number, texts in enumerate(head):
        if _place(needed, texts) is not None:
            return number
    fullest = max(head, key=lambda texts: sum(map(bool, texts)), default=[])
    raise _no_column(needed, tuple(filter(None, fullest)))


def _place(name: str, heads: Sequence[str]) -> int | None:
    """Return where a head stands: written alike, else alike but for a remark in brackets."""
    for words in (_words, header_words):
        found = [place for place, head in enumerate(heads) if head and words(head) == words(name)]
        if found and words(name):
            return found[0]
    return None


def _words(head: str) -> str:
    """Unlike `header_words`, "Điểm (Toán)" and "Điểm (Văn)" are two."""
    return " ".join(fold(head).split())


def _no_column(name: str, heads: tuple[str, ...]) -> ListError:
    sentence = _("Không thấy cột “%(name)s”. Tệp có các cột: %(heads)s. Hãy ghi đúng tên cột như trong tệp.")
    return ListError(sentence % {"name": name, "heads": ", ".join(heads[:20]) or "–"})


def _named(line: list[Value]) -> tuple[frozenset[int], tuple[str, ...]]:
    named = [(place, " ".join(text_of(cell).split())) for place, cell in enumerate(line) if text_of(cell)]
    heads = tuple(head for _column, head in named)
    counts = Counter(map(_words, heads))
    if double := next((head for head in heads if counts[_words(head)] > 1), ""):
        sentence = _("Tệp có hai cột cùng tên “%(name)s”. Hãy đổi tên một cột rồi tải lên lại.")
        raise ListError(sentence % {"name": double})
    return frozenset(column for column, _head in named), heads


def _refuse_unnamed(number: int, line: list[Value], named: frozenset[int]) -> None:
    for place, cell in enumerate(line):
        if place not in named and text_of(cell):
            sentence = _("Ô %(cell)s có dữ liệu nhưng cột ấy chưa có tên ở hàng tiêu đề. Hãy ghi tên cột hoặc xóa ô.")
            raise ListError(sentence % {"cell": f"{get_column_letter(place + 1)}{number}"})

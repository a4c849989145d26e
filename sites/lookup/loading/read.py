from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from core.spreadsheets.days import parse_day
from core.spreadsheets.free import FreeList, FreeRow, read_free
from core.spreadsheets.read import text_of
from core.spreadsheets.refusal import ListError
from sites.lookup.keys import LONGEST_NUMBER, fact_key, number_key
from sites.lookup.loading.cells import EXCEL_ERRORS, LONGEST_TEXT, shown_text
from sites.lookup.loading.columns import shown_columns

MOST_ROWS = 60_000


class Asked(NamedTuple):
    """What the clerk says about a list. fact: "" when the number is enough. left_out: heads not to be shown."""

    number: str
    fact: str = ""
    left_out: tuple[str, ...] = ()


class Problem(NamedTuple):
    """One thing to correct. row: as the spreadsheet shows it. column: the head people read."""

    row: int
    column: str
    sentence: str


class Result(NamedTuple):
    """One row. number, fact: in the form of sites.lookup.keys. texts: of the shown columns, in order."""

    number: str
    fact: str
    texts: list[str]


@dataclass(slots=True)
class ListRead:
    """What was found. number, fact, columns: heads as typed. left_out: heads of columns nobody is shown.

    results: to be used only without problems.
    """

    number: str
    fact: str
    fact_is_day: bool
    columns: tuple[str, ...]
    left_out: tuple[str, ...]
    results: list[Result] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_list(content: bytes, asked: Asked) -> ListRead:
    """Return the rows of a list and everything to correct in it; writes nothing. 30,000 rows take some seconds.

    Raise ListError when it is no list of results at all: damaged, locked, without a named column, with nothing to show.
    """
    table = read_free(content, needed=asked.number, most_rows=MOST_ROWS)
    number = table.index(asked.number)
    fact = table.index(asked.fact) if asked.fact else None
    if fact == number:
        raise ListError(_("Cột đối chiếu phải khác cột số báo danh. Hãy chọn cột khác, ví dụ Ngày sinh."))
    others = [head for place, head in enumerate(table.heads) if place not in {number, fact}]
    columns = tuple(shown_columns(others, has_fact=fact is not None, left_out=asked.left_out))
    if not columns:
        raise ListError(_("Không còn cột nào để hiện cho người tra. Hãy xem lại các cột không đưa lên."))
    read = ListRead(
        number=table.heads[number],
        fact="" if fact is None else table.heads[fact],
        fact_is_day=fact is not None and _is_mostly_days(table, fact),
        columns=columns,
        left_out=tuple(head for head in others if head not in columns),
    )
    _Reader(read, table, number, fact).run()
    return read


def _is_mostly_days(table: FreeList, place: int) -> bool:
    filled = [row.cells[place] for row in table.rows if text_of(row.cells[place])]
    return 2 * sum(parse_day(cell) is not None for cell in filled) > len(filled)


@dataclass(slots=True)
class _Reader:
    read: ListRead
    table: FreeList
    number: int
    fact: int | None
    _rows: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        places = [self.table.heads.index(head) for head in self.read.columns]
        for row in self.table.rows:
            before = len(self.read.problems)
            self.read.problems.extend(self._problems(row, places))
            if len(self.read.problems) == before:
                self.read.results.append(self._result(row, places))

    def _result(self, row: FreeRow, places: list[int]) -> Result:
        fact = "" if self.fact is None else self._fact(row, self.fact)
        return Result(self._number(row), fact, [shown_text(row.cells[place]) for place in places])

    def _number(self, row: FreeRow) -> str:
        return number_key(text_of(row.cells[self.number]))

    def _fact(self, row: FreeRow, place: int) -> str:
        cell = row.cells[place]
        return fact_key(cell if self.read.fact_is_day else text_of(cell), is_day=self.read.fact_is_day)

    def _problems(self, row: FreeRow, places: list[int]) -> Iterator[Problem]:
        yield from self._number_problems(row)
        if self.fact is not None:
            yield from self._fact_problems(row, self.fact)
        for place in places:
            cell = row.cells[place]
            if not isinstance(cell, str):
                continue
            if cell in EXCEL_ERRORS:
                words = _("Ô này báo lỗi %(error)s của Excel. Hãy sửa công thức hoặc ghi kết quả vào ô.")
                yield Problem(row.number, self.table.heads[place], words % {"error": cell})
            elif len(cell) > LONGEST_TEXT:
                words = _("Ô này dài quá %(count)d ký tự. Hãy rút gọn.")
                yield Problem(row.number, self.table.heads[place], words % {"count": LONGEST_TEXT})

    def _number_problems(self, row: FreeRow) -> Iterator[Problem]:
        typed, number = text_of(row.cells[self.number]), self._number(row)
        if not typed:
            yield Problem(row.number, self.read.number, _("Dòng này chưa có số báo danh."))
        elif not number or len(typed) > LONGEST_NUMBER:
            words = _("“%(typed)s” không phải một số báo danh. Số báo danh chỉ gồm chữ và số.")
            yield Problem(row.number, self.read.number, words % {"typed": typed[:LONGEST_NUMBER]})
        elif number in self._rows:
            words = _("Số báo danh %(typed)s đã có ở dòng %(row)d. Hãy giữ một dòng.")
            yield Problem(row.number, self.read.number, words % {"typed": typed, "row": self._rows[number]})
        else:
            self._rows[number] = row.number

    def _fact_problems(self, row: FreeRow, place: int) -> Iterator[Problem]:
        typed = text_of(row.cells[place])
        if not typed:
            yield Problem(row.number, self.read.fact, _("Ô này còn trống nên không ai tra được dòng này. Hãy điền ô."))
        elif not self._fact(row, place):
            words = (
                _("Không hiểu ngày “%(typed)s”. Ví dụ đúng: 03/05/2011.")
                if self.read.fact_is_day
                else _("“%(typed)s” không có chữ hay số nào để đối chiếu. Hãy sửa ô này.")
            )
            yield Problem(row.number, self.read.fact, words % {"typed": typed[:50]})

"""From rows to documents that may be published, or to the sentences that say what to correct; nothing is written."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.media.intake.refusal import IntakeRefused
from core.spreadsheets.days import parse_day
from core.spreadsheets.read import Row
from core.text.document_number import number_key
from sites.legal.importing.archive import Archive
from sites.legal.importing.columns import DAYS, RELATIONS, TEXTS, label
from sites.legal.importing.report import Problem
from sites.legal.words import KIND_NAMES, SUBJECT_NAMES, known_word
from sites.models import LegalDocumentPage

_LONGEST_TITLE, _LONGEST_SUMMARY = 255, 500
_SEPARATOR = re.compile(r"\s*[;\n]\s*")
_DATED = re.compile(r"(?P<number>.+?)\s*,?\s*ngày\s+(?P<day>.+)", re.IGNORECASE)
# Errors of fields that the list calls otherwise.
_COLUMN_OF = {"number_key": "document_number", "summary": "title"}

Identity = tuple[str, date, str]


@dataclass(frozen=True, slots=True)
class Named:
    """Another document that a row names. day: None when the list gives no date for it."""

    kind: str
    number: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that may be published. values: fields of the page. files: the document's own first."""

    row: int
    values: dict[str, Any]
    named: tuple[Named, ...]
    file: str
    more_files: tuple[str, ...]

    @property
    def identity(self) -> Identity:
        """What makes a document the same however its number is written."""
        return number_key(self.values["document_number"]), self.values["issued_date"], self.values["issuer"]


@dataclass(slots=True)
class Checker:
    """issuer: of rows that name none. archive: None without a ZIP. Reads the register once, and each named file."""

    issuer: str
    archive: Archive | None
    rows: int = 0
    planned: list[Planned] = field(default_factory=list)
    known: list[Planned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    _rows: dict[Identity, int] = field(default_factory=dict)
    _register: set[Identity] = field(default_factory=set)
    _numbers: Counter[str] = field(default_factory=Counter)

    def check(self, rows: list[Row]) -> "Checker":
        found = LegalDocumentPage.objects.values_list("number_key", "issued_date", "issuer")
        self._register = set(found)
        self._numbers = Counter(key for key, _day, _issuer in self._register)
        self.rows = len(rows)
        for row in rows:
            self._check_row(row)
        return self

    def _check_row(self, row: Row) -> None:
        before = len(self.problems)
        values = self._values(row)
        named = tuple(one for kind in RELATIONS for one in self._named(row, kind))
        files = self._files(row, "file")
        more = (*files[1:], *self._files(row, "more_files"))
        if len(self.problems) == before:
            self._check_page(row, values)
        if len(self.problems) > before:
            return
        planned = Planned(row.number, values, named, next(iter(files), ""), more)
        if planned.identity in self._rows:
            sentence = _("Văn bản này đã có ở dòng %(row)d.") % {"row": self._rows[planned.identity]}
            self._add(row, "document_number", sentence)
        elif planned.identity in self._register:
            self.known.append(planned)
        else:
            self._rows[planned.identity] = row.number
            self.planned.append(planned)

    def _values(self, row: Row) -> dict[str, Any]:
        values: dict[str, Any] = {name: row.values.get(name, "") for name in TEXTS}
        for name, longest in TEXTS.items():
            if len(values[name]) > longest:
                self._add(row, name, _("Ô này dài quá %(count)d ký tự. Hãy rút gọn.") % {"count": longest})
        values["issuer"] = values["issuer"] or self.issuer
        values["title"], values["summary"] = _title(row.values.get("title", ""))
        if not values["title"]:
            self._add(row, "title", _("Dòng này chưa có trích yếu."))
        if not values["document_number"]:
            self._add(row, "document_number", _("Dòng này chưa có số, ký hiệu."))
        for name in DAYS:
            values[name] = self._day(row, name)
        values["document_kind"] = self._word(row, "document_kind", KIND_NAMES)
        values["subject"] = self._word(row, "subject", SUBJECT_NAMES)
        return values

    def _day(self, row: Row, name: str) -> date | None:
        typed = row.values.get(name, "")
        day = parse_day(row.raw.get(name)) if typed else None
        if typed and day is None:
            sentence = _("Không hiểu ngày “%(typed)s”. Ví dụ đúng: 12/01/2026.")
            self._add(row, name, sentence % {"typed": typed})
        elif not typed and name == "issued_date":
            self._add(row, name, _("Dòng này chưa có ngày ban hành."))
        return day

    def _word(self, row: Row, name: str, among: tuple[str, ...]) -> str:
        typed = row.values.get(name, "")
        word = known_word(typed, among)
        if typed and not word:
            sentence = _("Không có “%(typed)s” trong danh mục. Hãy dùng một từ của danh mục trong tệp mẫu.")
            self._add(row, name, sentence % {"typed": typed})
        return word

    def _named(self, row: Row, kind: str) -> list[Named]:
        """Return the documents of a cell such as "178/QĐ-SGDĐT; 80/QĐ-UBND ngày 12/01/2025"."""
        found = []
        for text in filter(None, _SEPARATOR.split(row.values.get(kind, ""))):
            match = _DATED.fullmatch(text)
            number, day = (match["number"], parse_day(match["day"])) if match else (text, None)
            if len(number) > TEXTS["document_number"] or (match and day is None):
                self._add(
                    row, kind, _("Không hiểu “%(typed)s”. Ví dụ đúng: 80/QĐ-UBND ngày 12/01/2025.") % {"typed": text}
                )
            elif day is None and self._numbers[number_key(number)] > 1:
                sentence = _("Sổ có nhiều văn bản số %(number)s. Hãy ghi thêm “ngày” và ngày ban hành.")
                self._add(row, kind, sentence % {"number": number})
            else:
                found.append(Named(kind, number, day))
        return found

    def _files(self, row: Row, name: str) -> tuple[str, ...]:
        names = tuple(filter(None, _SEPARATOR.split(row.values.get(name, ""))))
        for file in names:
            if self.archive is None or file not in self.archive:
                sentence = _("Không có tệp “%(file)s” trong ZIP. Hãy xem lại tên tệp hoặc nén thêm tệp đó.")
                self._add(row, name, sentence % {"file": file})
                continue
            try:
                self.archive.accept(file)
            except IntakeRefused as refusal:
                self._add(row, name, f"{file}: {refusal}")
            self.used.add(file)
        return names

    def _check_page(self, row: Row, values: dict[str, Any]) -> None:
        """Ask the page's own rules, except whether the register has it, which is no mistake here."""
        try:
            LegalDocumentPage(**values).check_fields()
        except ValidationError as error:
            for name, sentences in error.message_dict.items():
                self._add(row, _COLUMN_OF.get(name, name), " ".join(sentences))

    def _add(self, row: Row, name: str, sentence: str) -> None:
        self.problems.append(Problem(row.number, label(name), sentence))


def _title(text: str) -> tuple[str, str]:
    """Return title and summary: a trích yếu longer than a title is cut at a word and stands whole in the summary."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST_TITLE:
        return text, ""
    return f"{text[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…", text[:_LONGEST_SUMMARY]

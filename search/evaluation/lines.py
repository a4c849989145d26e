"""A corpus and judged questions as lines of JSON; a line that is neither says which it is and why."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class LineError(Exception):
    """A line cannot be read. The message names file and line."""


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    title: str
    body: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """grades: id of a relevant document → 1 or the judge's grade; ids unknown to the corpus count as not found."""

    name: str
    text: str
    grades: dict[str, int]


def read_corpus(path: Path) -> Iterator[Document]:
    """Yield the documents of `{"id", "title", "body", "doc_no"}` lines; of the last three any may be empty or missing.

    Raise LineError for a line of another shape and for an id that came before; OSError for the file.
    """
    seen: set[str] = set()
    for place, row in _rows(path):
        name = _name(row.get("id"), place)
        if name in seen:
            raise LineError(f"{place}: the id {name!r} came before")
        seen.add(name)
        yield Document(name, _text(row, "title", place), _text(row, "body", place), _text(row, "doc_no", place))


def read_questions(path: Path) -> list[Question]:
    """Return the questions of `{"id", "text", "relevant"}` lines; `relevant` lists ids or maps them to grades.

    Questions without a relevant document are left out: no ranking answers them well or badly. Raise LineError for a
    line of another shape, or when no question is left; OSError for the file.
    """
    questions = []
    for place, row in _rows(path):
        name, text = _name(row.get("id"), place), _text(row, "text", place)
        if not text.strip():
            raise LineError(f'{place}: "text" must be a question, and it is empty')
        grades = _grades(row.get("relevant"), place)
        if any(grades.values()):
            questions.append(Question(name, text, grades))
    if not questions:
        raise LineError(f"{path}: no question with a relevant document")
    return questions


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield "file, line n" and the object of each line that is not blank."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            place = f"{path}, line {number}"
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except ValueError as error:
                raise LineError(f"{place}: not JSON in UTF-8 ({error})") from error
            if not isinstance(row, dict):
                raise LineError(f"{place}: must be a JSON object, got {type(row).__name__}")
            yield place, row


def _name(value: object, place: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise LineError(f'{place}: "id" must be a text or a number, got {value!r}')
    return str(value)


def _text(row: dict[str, Any], key: str, place: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LineError(f'{place}: "{key}" must be a text, got {value!r}')
    return value


def _grades(value: object, place: str) -> dict[str, int]:
    if isinstance(value, list):
        return {_name(name, place): 1 for name in value}
    if not isinstance(value, dict):
        raise LineError(f'{place}: "relevant" must be a list of ids or an object of grades, got {value!r}')
    for name, grade in value.items():
        if isinstance(grade, bool) or not isinstance(grade, int) or grade < 0:
            raise LineError(f"{place}: the grade of {name!r} must be a whole number from 0, got {grade!r}")
    return dict(value)

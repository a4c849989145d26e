"""In which file of a thing found, and on which page, the words stand that the thing itself does not say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.text.fold import vowel_classes
from tenants.registry.folding import folded_word
from tenants.registry.models import Entry

# Letter as folded → every way it is written. The pattern reads the page as it is: folding all of it takes longer.
_WRITTEN = {plain: f"[{plain}{plain.upper()}{marked}]" for plain, marked in vowel_classes().items()}
# Letters: some 30 pages, 14 ms. What stands deeper is found all the same, and shown without its place.
_SEARCHED = 100_000


@dataclass(frozen=True, slots=True)
class FilePlace:
    """name: of the file. page: number of the page, sheet or slide, or None. text: of that page, as it is written."""

    name: str
    page: int | None
    text: str


def place_in_files(entry: Entry, words: frozenset[str]) -> FilePlace | None:
    """Return the page with most of the words, the first of equals; None when the thing's own text has as many.

    words: as tenants.registry.folding.folded_words gives them.
    """
    document = entry.document
    if not words or not document.get("attachments"):
        return None
    pattern = re.compile(rf"\b(?:{'|'.join(map(_as_written, words))})\b")
    own = " ".join((entry.title, document["keywords"], document["summary"], document["body"]))
    best, most = None, _count(own, pattern)
    for place in _pages(document["attachments"]):
        count = _count(place.text, pattern)
        if count > most:
            best, most = place, count
    return best


def _pages(files: list[dict[str, Any]]) -> Iterator[FilePlace]:
    left = _SEARCHED
    for file in files:
        for number, text in file["pages"]:
            if left <= 0:
                return
            left -= len(text)
            yield FilePlace(file["name"], number, text)


def _as_written(word: str) -> str:
    """Return the pattern of a folded word; kỹ is folded to ki."""
    last = f"(?:{_WRITTEN['i']}|{_WRITTEN['y']})" if word.endswith("i") else _letters(word[-1:])
    return _letters(word[:-1]) + last


def _letters(word: str) -> str:
    return "".join(_WRITTEN.get(letter) or f"[{letter}{letter.upper()}]" for letter in word)


def _count(text: str, pattern: re.Pattern[str]) -> int:
    """Return how many different words of the pattern the text holds."""
    return len(set(map(folded_word, pattern.findall(text))))

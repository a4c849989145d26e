"""In which file of a thing found, and on which page, the words stand that the thing itself does not say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.text.letters import MARKED
from tenants.registry.folding import folded_text, folded_word
from tenants.registry.models import Entry

# One letter for one letter, so that a page of 3,000 letters takes 50 µs; whoever reads the hit gets it as written.
_PLAIN = str.maketrans({letter: folded_text(letter) for letter in MARKED})


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
    pattern = re.compile(rf"\b(?:{'|'.join(map(_either_spelling, words))})\b")
    own = " ".join((entry.title, document["keywords"], document["summary"], document["body"]))
    best, most = None, _count(own, pattern)
    for place in _pages(document["attachments"]):
        count = _count(place.text, pattern)
        if count > most:
            best, most = place, count
    return best


def _pages(files: list[dict[str, Any]]) -> Iterator[FilePlace]:
    for file in files:
        for number, text in file["pages"]:
            yield FilePlace(file["name"], number, text)


def _either_spelling(word: str) -> str:
    """Folded words have kỹ as ki; on the page it may be ky."""
    return re.escape(word[:-1]) + "[iy]" if word.endswith("i") else re.escape(word)


def _count(text: str, pattern: re.Pattern[str]) -> int:
    """Return how many different words of the pattern the text holds."""
    return len(set(map(folded_word, pattern.findall(text.translate(_PLAIN).lower()))))

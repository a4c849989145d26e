"""Text as words without marks, for PostgreSQL's 'simple' configuration and for the highlighter."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from core.text.fold import fold, unify_i_y
from core.text.normalize import nfc
from tenants.registry.document import attached_text

# Joined to one word, so that GD&ĐT is GDĐT (search.index.analysis does the same); every other sign separates.
_WORD = re.compile(r"[^\W_]+(?:&(?=[^\W\d_])[^\W_]+)*")


@lru_cache(maxsize=50_000)
def folded_word(word: str) -> str:
    """Return one word as it is compared: lower case, no marks, kỹ as kĩ. Syllables repeat, so most cost nothing."""
    return fold(unify_i_y(word)).replace("&", "")


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each word of the text as it is written."""
    return (match.span() for match in _WORD.finditer(text))


def folded_words(text: str) -> list[str]:
    """Return the words of the text in order, each as it is compared."""
    return [folded_word(word) for word in _WORD.findall(nfc(text))]


def folded_text(text: str) -> str:
    """Return the same words separated by single spaces."""
    return " ".join(folded_words(text))


def folded_document(document: Mapping[str, Any]) -> str:
    """Return the folded words of an entry besides its title. document: as SearchDocument.stored gives it."""
    return folded_text(f"{document['keywords']}\n{document['body']}{attached_text(document)}")

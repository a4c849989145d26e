import re
from collections.abc import Iterator

from core.text.fold import unify_tone_placement

WORD = re.compile(r"[^\W\d_]+")
# "nghiêng" has seven letters; names and foreign words may be longer.
LONGEST_WORD = 15
_SENTENCE = re.compile(r"[^\s\w]+\s|[\n\d]+")


def sentences(text: str) -> Iterator[list[str]]:
    """Yield the words that stand side by side in published text: lower case, the tone where statutes have it."""
    for part in _SENTENCE.split(unify_tone_placement(text.lower())):
        words = [word for word in WORD.findall(part) if len(word) <= LONGEST_WORD]
        if words:
            yield words

"""The ways in which one question is typed, made from its careful spelling. The same question always gives the same."""

import re
from enum import StrEnum
from unicodedata import normalize
from zlib import crc32

from core.text.letters import LEVEL, TONES, letter

_COMBINING = re.compile("[\u0300-\u036f]+")
_CROSSED_D = str.maketrans("đĐ", "dD")


class Form(StrEnum):
    """As given; without marks; every second word without; decomposed (macOS); tones of oa, oe, uy placed elsewhere."""

    MARKED = "marked"
    STRIPPED = "stripped"
    HALF = "half"
    NFD = "nfd"
    SWAPPED = "swapped"


def typed(text: str, form: Form) -> str:
    """Return the question as it would be typed in this form."""
    match form:
        case Form.MARKED:
            return text
        case Form.STRIPPED:
            return _stripped(text)
        case Form.HALF:
            return _half(text)
        case Form.NFD:
            return normalize("NFD", text)
        case Form.SWAPPED:
            return _swapped(text)


def _stripped(text: str) -> str:
    return _COMBINING.sub("", normalize("NFD", text)).translate(_CROSSED_D)


def _half(text: str) -> str:
    """Strip the words whose CRC-32 of "position:word" (position from 0, word in NFC) is odd: about every second."""
    words = [
        _stripped(word) if crc32(f"{place}:{word}".encode()) % 2 else word
        for place, word in enumerate(normalize("NFC", text).split())
    ]
    return " ".join(words)


def _swapped(text: str) -> str:
    return _SWAP.sub(lambda pair: _SWAPS[pair[0]], normalize("NFC", text))


def _swaps() -> dict[str, str]:
    """hòa ↔ hoà and the like, in both cases."""
    pairs: dict[str, str] = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for tone in (tone for tone in TONES if tone != LEVEL):
            old, new = letter(first, tone) + second, first + letter(second, tone)
            pairs |= {old: new, new: old, old.upper(): new.upper(), new.upper(): old.upper()}
    return pairs


_SWAPS = _swaps()
# Only where both placements are in use: at the end of a syllable, never after q.
_SWAP = re.compile("(?<![qQ])(?:" + "|".join(_SWAPS) + r")(?!\w)")

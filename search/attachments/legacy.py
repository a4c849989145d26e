"""Pages typed for fonts older than Unicode, made readable: judged by their words, never by a font's name."""

import re
from collections.abc import Iterable, Sequence

from core.text.legacy import LegacyEncoding, convert, detect, gain, is_unicode
from core.text.normalize import clean_text
from core.text.syllable import is_syllable

# A document half retyped has both: lines are judged alone when the page as a whole is Unicode already.
_SHORTEST = 12
# PDFs name code 0xAD, TCVN3's ư, a hyphen.
_BESIDE_LETTER = re.compile(r"(?<=[^\W\d_])-|-(?=[^\W\d_])")
_HYPHENED = re.compile(r"\S*-\S*")
Pages = Sequence[tuple[int | None, str]]


def readable(pages: Pages) -> tuple[Pages, LegacyEncoding | None]:
    """Return the pages as clean Unicode without empty lines, and the encoding that was undone in any of them."""
    found: list[tuple[int | None, str]] = []
    undone = None
    for number, text in pages:
        lines = text.splitlines()
        throughout = _encoding(text)
        used = [throughout or (_encoding(line) if len(line) >= _SHORTEST else None) for line in lines]
        undone = next(filter(None, used), undone)
        found.append((number, tidy(map(_undo, lines, used))))
    return found, undone


def tidy(lines: Iterable[str]) -> str:
    """Return clean text with single spaces, a line a line, without empty ones."""
    cleaned = (" ".join(clean_text(line).split()) for line in lines)
    return "\n".join(line for line in cleaned if line)


def _encoding(text: str) -> LegacyEncoding | None:
    return detect(text) or detect(_BESIDE_LETTER.sub("\xad", text))


def _undo(line: str, encoding: LegacyEncoding | None) -> str:
    if encoding is None or (not line.isascii() and (is_unicode(line, encoding) or gain(line, encoding) < 0)):
        return line
    if encoding is LegacyEncoding.TCVN3:
        line = _HYPHENED.sub(_hyphen_as_letter, line)
    return convert(line, encoding)


def _hyphen_as_letter(word: re.Match[str]) -> str:
    """Return tr-êng as tr\xadêng when it then reads as a syllable (trường); KT-XH and 2026-2027 stay."""
    letter = word[0].replace("-", "\xad")
    return letter if is_syllable(re.sub(r"[\W\d]+$", "", convert(letter, LegacyEncoding.TCVN3))) else word[0]

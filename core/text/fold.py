"""Spellings that count as the same word: without marks, with the tone elsewhere, with y for i."""

import re
from unicodedata import normalize

from core.text.letters import LEVEL, TONES, VOWELS, letter
from core.text.normalize import nfc

_COMBINING = re.compile("[\u0300-\u036f]+")
# đ has no decomposition; ð (small Ð) and ɖ are what it becomes in foreign fonts and old files.
_CROSSED_D = re.compile("[đðɖ]")
_MARKED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0256\u0300-\u036f\u1e00-\u1eff]")


def fold(text: str) -> str:
    """Return `text` in lower case and without marks: "Đường Nguyễn Huệ" → "duong nguyen hue".

    Any composition gives the same result (NFC, NFD, half-composed); full-width letters and m² become ASCII. Length
    may change, so offsets into the result are not offsets into `text`.
    """
    return _CROSSED_D.sub("d", _COMBINING.sub("", normalize("NFKD", text.lower())))


def has_marks(text: str) -> bool:
    """Return whether any letter of `text` carries a mark, that is, whether it was typed with diacritics."""
    return _MARKED.search(text) is not None


def _tone_pairs() -> dict[str, str]:
    """hoà → hòa and the like: oa, oe, uy with the tone on the second vowel → on the first, in every case mix."""
    pairs: dict[str, str] = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for one in (first, first.upper()):
            for two in (second, second.upper()):
                pairs |= {one + letter(two, tone): letter(one, tone) + two for tone in TONES if tone != LEVEL}
    return pairs


_TONE_PAIRS = _tone_pairs()
# Only at the end of a syllable (hoàn has one spelling), and never after q: quý is qu + ý.
_MISPLACED_TONE = re.compile("(?<![qQ])(?:" + "|".join(_TONE_PAIRS) + r")(?!\w)")


def unify_tone_placement(text: str) -> str:
    """Return `text` with hoà, khoẻ, thuỷ written hòa, khỏe, thủy, as statutes do; textbooks do the opposite.

    Source: QĐ 1989/QĐ-BGDĐT Đ8 (textbook spelling); both are accepted in practice. The result is NFC.
    """
    return _MISPLACED_TONE.sub(lambda match: _TONE_PAIRS[match[0]], nfc(text))


_Y_TO_I = {letter(y, tone): letter(i, tone) for y, i in (("y", "i"), ("Y", "I")) for tone in TONES}
_LONE_Y = re.compile(
    r"(?<!\w)((?:[hklmstv]|qu))([" + "".join(_Y_TO_I) + r"])(?!\w)",
    re.IGNORECASE,
)


def unify_i_y(text: str) -> str:
    """Return `text` with kỹ, mỹ, lý, công ty, quý written kĩ, mĩ, lí, công ti, quí: for matching, never for display.

    Only a final y that is the syllable's one vowel after h, k, l, m, s, t, v or qu; tay, tuy and thủy stay.
    """
    return _LONE_Y.sub(lambda match: match[1] + _Y_TO_I[match[2]], nfc(text))


def vowel_classes() -> dict[str, str]:
    """Return base letter → every marked letter that folds to it, both cases ("d" → "đĐ"), for use in a browser."""
    classes: dict[str, str] = {}
    for vowel in VOWELS:
        marked = [letter(vowel, tone) for tone in TONES]
        classes[fold(vowel)] = classes.get(fold(vowel), "") + "".join(c + c.upper() for c in marked if c > "\x7f")
    return classes | {"d": "đĐðÐ"}

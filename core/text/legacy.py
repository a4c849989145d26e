"""Text typed for TCVN3 (.VnTime, ABC) and VNI fonts, turned into Unicode.

Before Unicode, Vietnamese fonts drew Vietnamese letters on the Latin-1 codes, so "B¶o Th¾ng" in .VnTime reads
"Bảo Thắng". TCVN3 has one code a letter and no marked capitals except the seven of Ă Â Ê Ô Ơ Ư Đ; VNI writes a letter
and then its mark ("chaøo"). Both tables are built from the alphabet. No maintained package converts text in memory:
the only one found is a document loader whose VNI table lacks ẳ. Source: TCVN 5712:1993 (VN3), VNI-Windows.
"""

import re
from collections.abc import Callable
from enum import Enum

from core.text.fold import fold
from core.text.letters import ACUTE, DOT, GRAVE, HOOK, LEVEL, MARKED, TILDE, letter
from core.text.syllable import is_syllable


class LegacyEncoding(Enum):
    """A font encoding older than Unicode; the value is the name an editor knows it by."""

    TCVN3 = ".VnTime (TCVN3)"
    VNI = "VNI"


# Codes in the order grave, hook, tilde, acute, dot below. U+00AD, the soft hyphen, is the letter ư.
_TCVN3_TONED = {
    "a": "µ¶·¸¹", "ă": "»¼½¾Æ", "â": "ÇÈÉÊË", "e": "ÌÎÏÐÑ", "ê": "ÒÓÔÕÖ", "i": "×ØÜÝÞ",
    "o": "ßáâãä", "ô": "åæçèé", "ơ": "êëìíî", "u": "ïñòóô", "ư": "õö÷øù", "y": "úûüýþ",
}  # fmt: skip
_TCVN3_PLAIN = dict(zip("¨©ª«¬\u00ad®¡¢£¤¥¦§", "ăâêôơưđĂÂÊÔƠƯĐ", strict=True))


def _tcvn3_table() -> dict[int, str]:
    toned = {
        code: letter(vowel, tone)
        for vowel, codes in _TCVN3_TONED.items()
        for code, tone in zip(codes, (GRAVE, HOOK, TILDE, ACUTE, DOT), strict=True)
    }
    return {ord(code): char for code, char in (toned | _TCVN3_PLAIN).items()}


_VNI_TONES = {GRAVE: "ø", HOOK: "û", TILDE: "õ", ACUTE: "ù", DOT: "ï"}
_VNI_CIRCUMFLEX = {LEVEL: "â", GRAVE: "à", HOOK: "å", TILDE: "ã", ACUTE: "á", DOT: "ä"}
_VNI_BREVE = {LEVEL: "ê", GRAVE: "è", HOOK: "ú", TILDE: "ü", ACUTE: "é", DOT: "ë"}
_VNI_SINGLE = {"đ": "ñ", "ị": "ò", "ỉ": "æ", "ĩ": "ó", "ỵ": "î", "ơ": "ô", "ư": "ö"}


def _vni_lower() -> dict[str, str]:
    """VNI sequence → letter, small letters only. ì and í stand for themselves."""
    table = {code: char for char, code in _VNI_SINGLE.items()}
    for base, stored in zip("aeiouyơư", "aeiouyôö", strict=True):
        table |= {stored + mark: letter(base, tone) for tone, mark in _VNI_TONES.items()}
    for base, stored in zip("âêô", "aeo", strict=True):
        table |= {stored + mark: letter(base, tone) for tone, mark in _VNI_CIRCUMFLEX.items()}
    return table | {"a" + mark: letter("ă", tone) for tone, mark in _VNI_BREVE.items()}


def _vni_table() -> dict[str, str]:
    """Both cases; a capital may be followed by the small or the capital mark ("Aùo", "AÙO")."""
    lower = _vni_lower()
    upper = {code.upper(): char.upper() for code, char in lower.items()}
    mixed = {code[0].upper() + code[1]: char.upper() for code, char in lower.items() if len(code) == 2}
    return mixed | upper | lower


_TCVN3 = _tcvn3_table()
_VNI = _vni_table()
_VNI_CODE = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_SHOUTED = re.compile(r"[^\W\d_]*[A-ZĂÂÊÔƠƯĐ][^\W\d_]*[A-ZĂÂÊÔƠƯĐ][^\W\d_]*")


def _from_tcvn3(text: str) -> str:
    """Convert, and raise the small marked letters of words in capitals: B¸O C¸O has no other way to be typed."""
    converted = text.translate(_TCVN3)
    return _SHOUTED.sub(lambda word: word[0].upper() if _only_marked_are_small(word[0]) else word[0], converted)


def _only_marked_are_small(word: str) -> bool:
    return not any("a" <= char <= "z" for char in word)


_CONVERTERS: dict[LegacyEncoding, Callable[[str], str]] = {
    LegacyEncoding.TCVN3: _from_tcvn3,
    LegacyEncoding.VNI: lambda text: _VNI_CODE.sub(lambda code: _VNI[code[0]], text),
}


def convert(text: str, encoding: LegacyEncoding) -> str:
    """Return `text` read in `encoding`, as NFC Unicode. No check is made that it is in that encoding."""
    return _CONVERTERS[encoding](text)


# Letters that each encoding cannot produce: one of them, or a combining mark, proves that text is Unicode already.
_COMBINING = "\u0300-\u0303\u0306\u0309\u031b\u0323"
_PROOF = {
    LegacyEncoding.TCVN3: re.compile(f"[{''.join(set(MARKED) - set(map(chr, _TCVN3)))}{_COMBINING}]"),
    LegacyEncoding.VNI: re.compile(f"[{''.join(set(MARKED) - set(''.join(_VNI)) - set('ìíÌÍ'))}{_COMBINING}]"),
}
_SURFACE = re.compile("[\u00a1-\u00ff]")
# A word is what stands between spaces and ASCII punctuation: in TCVN3 ¸ µ ¶ × ÷ are letters.
_VOWEL = re.compile("[aeiouy]")
_WORD = re.compile(r"[^\s!-@\[-`{-~\u2010-\u2027\u00a0]+")


def is_unicode(text: str, encoding: LegacyEncoding) -> bool:
    """Return whether `text` cannot be in `encoding`: it holds a letter foreign to it, or nothing to convert at all."""
    return _PROOF[encoding].search(text) is not None or _SURFACE.search(text) is None


def readable_words(text: str) -> tuple[int, int]:
    """Return (Vietnamese syllables, words) among the words of `text` that are not plain ASCII.

    Words without a vowel (QĐ, SGDĐT, →) and single characters (a bullet is TCVN3's ã) prove nothing and are left out.
    """
    words = [word for word in _WORD.findall(text) if not word.isascii() and _VOWEL.search(fold(word))]
    words = [word for word in words if len(word) > 1]
    return sum(map(is_syllable, words)), len(words)


def gain(text: str, encoding: LegacyEncoding) -> int:
    """Return how many more words of `text` read as Vietnamese once converted; negative when fewer do."""
    return readable_words(convert(text, encoding))[0] - readable_words(text)[0]


def detect(text: str) -> LegacyEncoding | None:
    """Return the legacy encoding `text` is in, judged by its words alone, or None.

    Converted, at least two words and nine in ten must read as Vietnamese, of which at most half did before. French,
    German or Spanish never come near that; Vietnamese in Unicode is recognized by its first ư, đ or ạ.
    """
    possible = [encoding for encoding in LegacyEncoding if not is_unicode(text, encoding)]
    if not possible:
        return None
    best = max(possible, key=lambda encoding: gain(text, encoding))
    before = readable_words(text)[0]
    after, words = readable_words(convert(text, best))
    return best if after >= 2 and after * 10 >= words * 9 and before * 2 <= words else None


def to_unicode(text: str) -> str:
    """Return `text` with a legacy encoding undone where one is detected; valid Vietnamese comes back as it is."""
    encoding = detect(text)
    return convert(text, encoding) if encoding else text

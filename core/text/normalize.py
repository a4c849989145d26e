"""What text may look like once it is stored: NFC and nothing invisible."""

import re
from unicodedata import normalize

# Full-width forms typed on East Asian keyboards (ＧＤĐＴ) are the ASCII characters 0xFEE0 higher.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Word and Google Docs scatter no-break spaces; in stored text they only keep words from being found.
# Templates put them back where a name must not break (design.md §2, `bind_names`).
_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_LINE_BREAKS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")
_INVISIBLE = dict.fromkeys(
    [
        *range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0),  # control characters
        0xAD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F,  # soft hyphen, zero width, direction marks
        *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFD),
        *range(0xD800, 0xE000),  # half of a surrogate pair: cannot be written as UTF-8
    ]
)  # fmt: skip
# Icelandic and African capitals that look like Đ and come out of old converters. Their small forms stay: ð is a
# sound in every English lesson's phonetics.
_FALSE_D = {0xD0: "Đ", 0x0189: "Đ"}

_TABLE = {**_FULL_WIDTH, **_SPACES, **_LINE_BREAKS, **_INVISIBLE, **_FALSE_D}
_JUNK = re.compile("[" + "".join(re.escape(chr(code)) for code in _TABLE) + "\r\u200d]")
# U+200D glues emoji together (👨‍👩‍👧); beside a letter, a digit or a space it is litter.
_LOOSE_JOINER = re.compile(r"(?<=[\w\s])\u200d+|\u200d+(?=[\w\s]|$)|^\u200d+")


# ó + circumflex: to Unicode not the same as ố, to every reader it is.
_TONE_BEFORE_HAT = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")


def nfc(text: str) -> str:
    """Return `text` with every letter as one composed code point, whatever the order its marks came in."""
    composed = normalize("NFC", text)
    if "\u0302" in composed or "\u0306" in composed:
        composed = normalize("NFC", _TONE_BEFORE_HAT.sub(r"\2\1", normalize("NFD", composed)))
    return composed


def clean_text(text: str) -> str:
    """Return `text` as it may be stored: NFC, ordinary spaces, line breaks as LF, no invisible characters.

    Runs of spaces and line breaks are left alone. Legacy .VnTime text must be converted first (core.text.legacy):
    its letter ư is the soft hyphen that is removed here.
    """
    if _JUNK.search(text):
        text = _LOOSE_JOINER.sub("", text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE))
    return nfc(text)

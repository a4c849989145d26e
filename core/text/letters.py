"""The Vietnamese alphabet by construction: twelve vowels × six tones, and đ."""

from unicodedata import normalize

VOWELS = "aăâeêioôơuưy"

# Combining marks in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng (TCVN 5712; Unicode CLDR "vi").
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LEVEL, GRAVE, HOOK, TILDE, ACUTE, DOT = TONES


def letter(vowel: str, tone: str) -> str:
    """Return the one NFC character that is `vowel` carrying `tone` (one of TONES)."""
    return normalize("NFC", vowel + tone)


# The 134 letters that ASCII lacks: 66 marked vowels and đ, in both cases.
MARKED_LOWER = "".join(letter(v, t) for v in VOWELS for t in TONES if ord(letter(v, t)) > 0x7F) + "đ"
MARKED = MARKED_LOWER + MARKED_LOWER.upper()

"""What a reader types and what a list holds, brought to one form, and from that to the key of a row.

A key is a keyed hash of number and second fact together: a wrong fact and a number that does not exist are the same
miss, found in the same time, and the file of results holds neither numbers nor birthdays.
"""

import re
from hashlib import blake2b

from core.spreadsheets.days import parse_day
from core.text.fold import fold

LONGEST_NUMBER = 30
KEY_BYTES = 16
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_EIGHT_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")


def number_key(text: str) -> str:
    """Return "tsa 0123" as "TSA0123", "012 345" as "12345": workbooks lose zeros in front. "" for no number."""
    bare = _NOT_WORD.sub("", fold(text[: 4 * LONGEST_NUMBER])).upper()
    return (bare.lstrip("0") or bare[:1]) if bare.isdigit() else bare


def fact_key(value: object, *, is_day: bool) -> str:
    """Return a second fact in one form: a day however it is written, other text without marks, spaces and case."""
    text = value if isinstance(value, str) else ""
    if is_day:
        typed = _EIGHT_DIGITS.fullmatch(text.strip())
        day = parse_day("/".join(typed.groups()) if typed else value)
        return day.isoformat() if day else ""
    return _NOT_WORD.sub("", fold(text[:200]))


def row_key(number: str, fact: str, *, salt: bytes) -> bytes:
    """Return the key of a row. number, fact: as the functions above return them. salt: of the list, 32 bytes."""
    return blake2b(f"{number}\0{fact}".encode(), key=salt, digest_size=KEY_BYTES).digest()

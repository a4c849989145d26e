"""Telephone numbers as telephones dial them."""

import re

from sites.frame import Phone

COUNTRY_CODE = "+84"


def phone(label: str) -> Phone | None:
    """Return the number written as "(0233) 000 0000" with "+842330000000" to dial; None for a text without digits."""
    digits = re.sub(r"\D", "", label)
    if not digits:
        return None
    is_national = digits.startswith("0")
    return Phone(label, COUNTRY_CODE + digits[1:] if is_national else digits)

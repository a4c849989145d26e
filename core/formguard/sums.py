"""A sum in words, which a reader of any age answers and a program that fills every form does not."""

import secrets

from django.utils.translation import gettext as _

from core.text.fold import fold

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
MOST = 9
_ENDINGS = {1: "một", 5: "lăm"}

Sum = tuple[int, int]


def new_sum() -> Sum:
    """Return two numbers from 1 to 9."""
    return secrets.randbelow(MOST) + 1, secrets.randbelow(MOST) + 1


def question(numbers: Sum) -> str:
    """Return "Ba cộng bốn bằng mấy?"."""
    first, second = (DIGITS[number] for number in numbers)
    return _("%(first)s cộng %(second)s bằng mấy?") % {"first": first.capitalize(), "second": second}


def is_answer(text: str, numbers: Sum) -> bool:
    """Return whether the text is the sum, in digits or in words, with or without marks ("7", "Bảy", "bay")."""
    result = sum(numbers)
    return " ".join(fold(text).split()) in {str(result), fold(_in_words(result))}


def _in_words(number: int) -> str:
    if number <= MOST:
        return DIGITS[number]
    rest = number - 10
    return f"mười {_ENDINGS.get(rest, DIGITS[rest])}" if rest else "mười"

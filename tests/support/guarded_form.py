"""A guarded form filled in as a person does."""

import re
from collections.abc import Callable
from typing import Any

from core.formguard.sums import DIGITS

Sender = Callable[..., Any]


def read_guard(page: str) -> dict[str, str]:
    """Return the ticket of a drawn form and the answer to its sum, as a person would find them."""
    ticket = re.search(r'name="ticket" value="([^"]+)"', page)
    words = re.search(r"(\w+) cộng (\w+) bằng mấy", page)
    assert ticket
    assert words
    return {"ticket": ticket[1], "sum": str(sum(DIGITS.index(word.lower()) for word in words.groups()))}

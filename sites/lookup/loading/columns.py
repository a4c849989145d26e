"""Which columns of a list readers are shown. Whatever names a person more than the question needs is left out."""

import re
from collections.abc import Iterable, Iterator

from core.text.fold import fold

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_COUNTERS = frozenset({"stt", "tt", "so tt", "so thu tu"})
# Nobody needs these to read a result.
_NEVER = (
    "cccd", "cmnd", "can cuoc", "chung minh", "dinh danh", "dien thoai", "sdt", "email", "thu dien tu", "dia chi",
    "ho khau", "noi o", "dan toc", "ton giao",
)  # fmt: skip
# Whoever knows a number alone must not learn whose it is: numbers follow one another.
_OF_THE_PERSON = (
    "ho ten", "ho va ten", "ho dem", "ho lot", "ten hoc sinh", "ten thi sinh", "hoc sinh", "thi sinh", "ngay sinh",
    "nam sinh", "noi sinh", "que quan", "gioi tinh",
)  # fmt: skip
_NAMES = frozenset({"ho", "ten"})


def shown_columns(heads: Iterable[str], *, has_fact: bool, left_out: Iterable[str]) -> Iterator[str]:
    """Yield the heads of the columns to show. has_fact: the reader must know a second fact besides the number.

    left_out: heads that the clerk does not want shown, with or without marks.
    """
    unwanted = {_words(head) for head in left_out} | _COUNTERS
    phrases = _NEVER if has_fact else (*_NEVER, *_OF_THE_PERSON)
    for head in heads:
        words = _words(head)
        is_name = not has_fact and words in _NAMES
        if words not in unwanted and not is_name and not any(f" {phrase} " in f" {words} " for phrase in phrases):
            yield head


def _words(head: str) -> str:
    return _NOT_WORD.sub(" ", fold(head)).strip()

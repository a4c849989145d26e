"""Which header means which column, however an office writes it: with or without marks, short or long."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.text.fold import fold

_REMARK = re.compile(r"\([^)]*\)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """headers: field → headers as they are met; the first is the one in the template file and in messages.

    required: fields without whose column the list is refused.
    """

    headers: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...] = ()
    _fields: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        fields = {header_words(header): name for name, headers in self.headers.items() for header in headers}
        object.__setattr__(self, "_fields", fields)

    def label(self, name: str) -> str:
        """Return the header people read for a field: "Tên đơn vị"."""
        header = self.headers[name][0]
        return header[0].upper() + header[1:]

    def field_of(self, header: str) -> str | None:
        """Return the field a header names, None for a column the list has no use for."""
        return self._fields.get(header_words(header))


def header_words(header: str) -> str:
    """Return the bare words of a header: "Mã trường (*)" is "ma truong"."""
    return _NOT_WORD.sub(" ", _REMARK.sub(" ", fold(header))).strip()

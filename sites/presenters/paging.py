"""Numbered pages of a list, with addresses that keep its filters."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from sites.viewdata.listing import Pager, PagerLink

PAGE_FIELD = "trang"
# Deeper pages cost the database more than a reader gains; robots do not need them.
LAST_PAGE = 500
_AROUND = 1


@dataclass(frozen=True, slots=True)
class Query:
    """The fields of a list's address."""

    fields: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, fields: QueryDict, names: tuple[str, ...]) -> "Query":
        """Take only the list's own filled fields: anything else a link carried is dropped, as are NUL characters."""
        filled = ((name, value.replace("\0", "")) for name in names for value in fields.getlist(name))
        return cls(tuple((name, value) for name, value in filled if value))

    def page(self) -> int:
        """Return the page asked for, 1 when it is no sensible number."""
        text = dict(self.fields).get(PAGE_FIELD, "1")
        return min(max(int(text), 1), LAST_PAGE) if text.isdecimal() and len(text) < 6 else 1

    def with_page(self, page: int) -> str:
        kept = self._without(PAGE_FIELD)
        return _address(kept if page == 1 else (*kept, (PAGE_FIELD, str(page))))

    def without(self, name: str, value: str | None = None) -> str:
        """Return the address without a field, or without one of its values, at page 1."""
        return _address(
            tuple((one, text) for one, text in self._without(PAGE_FIELD) if one != name or (value and text != value))
        )

    def changed(self, **values: str) -> str:
        """Return the address with fields replaced, at page 1. Names are written with "_" for "-"."""
        names = {name.replace("_", "-"): value for name, value in values.items()}
        kept = tuple((name, value) for name, value in self._without(PAGE_FIELD) if name not in names)
        return _address((*kept, *((name, value) for name, value in names.items() if value)))

    def values(self, name: str) -> tuple[str, ...]:
        return tuple(value for one, value in self.fields if one == name)

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    def _without(self, name: str) -> tuple[tuple[str, str], ...]:
        return tuple((one, value) for one, value in self.fields if one != name)


def build_pager(query: Query, *, page: int, pages: int) -> Pager | None:
    """Return the pager of page `page` of `pages`: first, last, the neighbors, gaps between; None for a single page."""
    if pages <= 1:
        return None
    return Pager(
        links=tuple(_links(query, page, pages)),
        previous_url=query.with_page(page - 1) if page > 1 else "",
        next_url=query.with_page(page + 1) if page < pages else "",
    )


def _links(query: Query, page: int, pages: int) -> Iterator[PagerLink]:
    shown = sorted({1, pages, *range(max(1, page - _AROUND), min(pages, page + _AROUND) + 1)})
    before = 0
    for number in shown:
        if number - before > 1:
            yield PagerLink(None)
        yield PagerLink(number, "" if number == page else query.with_page(number))
        before = number


def _address(fields: tuple[tuple[str, str], ...]) -> str:
    return f"?{urlencode(fields)}" if fields else "?"

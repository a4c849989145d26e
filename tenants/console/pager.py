"""Numbered pages for the console's lists, as components/pager draws them."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import QueryDict

PAGE_FIELD = "trang"


@dataclass(frozen=True, slots=True)
class PagerLink:
    """number None marks a gap, url "" the page itself."""

    number: int | None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """previous_url, next_url: "" at the ends."""

    links: tuple[PagerLink, ...]
    previous_url: str
    next_url: str


def pager_of(page: Page, fields: QueryDict) -> Pager:  # type: ignore[type-arg]  # Page has no type to name at runtime
    """Return the links around `page`; they keep the other fields of the list's address."""

    def address(number: int) -> str:
        kept = fields.copy()
        kept[PAGE_FIELD] = str(number)
        return f"?{kept.urlencode()}"

    links = tuple(
        PagerLink(None)
        if isinstance(number, str)
        else PagerLink(number, "" if number == page.number else address(number))
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    )
    return Pager(
        links,
        address(page.previous_page_number()) if page.has_previous() else "",
        address(page.next_page_number()) if page.has_next() else "",
    )

from search.address import Address
from sites.viewdata.listing import Pager, PagerLink

# Neighbors shown on each side of the current page, besides the first and the last.
_NEIGHBORS = 1


def build_pager(current: int, last: int, address: Address) -> Pager | None:
    """Return numbered links "1 … 4 5 6 … 30", or None when one page holds all."""
    if last <= 1:
        return None
    shown = [page for page in range(1, last + 1) if page in {1, last} or abs(page - current) <= _NEIGHBORS]
    links: list[PagerLink] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            links.append(PagerLink(None))
        links.append(PagerLink(page, "" if page == current else address.page(page)))
    return Pager(
        links=tuple(links),
        previous_url=address.page(current - 1) if current > 1 else "",
        next_url=address.page(current + 1) if current < last else "",
    )

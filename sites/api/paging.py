from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest

from sites.api.schemas import Listed, Paging
from sites.presenters.surroundings import surroundings_of

L = TypeVar("L", bound=Listed[Any])


def one_page(
    answer: type[L],
    rows: QuerySet[Any],
    items_of: Callable[[Sequence[Any]], list[Any]],
    *,
    request: HttpRequest,
    paging: Paging,
) -> L:
    """Return one page of ordered rows. Two queries besides those of `items_of`, which is given the rows of the page."""
    total = rows.count()
    end = paging.page * paging.size
    return answer(
        total=total,
        page=paging.page,
        size=paging.size,
        next=_next_address(request, paging) if end < total else None,
        items=items_of(list(rows[end - paging.size : end])),
    )


def _next_address(request: HttpRequest, paging: Paging) -> str:
    fields = request.GET.copy()
    fields["page"] = str(paging.page + 1)
    return f"{surroundings_of(request).menu.origin}{request.path}?{fields.urlencode()}"

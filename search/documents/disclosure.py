from collections.abc import Iterator
from typing import Any

from search.documents.parts import common_fields, one_line
from tenants.registry.document import SearchDocument


def build_disclosure(page: Any) -> SearchDocument:
    """A school year's disclosure: the public parts, with the words and figures of their tables."""
    lines = [one_line(page.summary)]
    for standing in page.standings:
        if standing.is_public:
            shown = {key: value for key, value in standing.value.items() if key not in {"is_ready", "files"}}
            lines += [one_line(str(standing.part.title)), *map(one_line, _words(shown))]
    return SearchDocument(
        **common_fields(page),
        body="\n".join(filter(None, lines)),
        published_at=page.first_published_at,
        year=page.starts_in,
    )


def build_period_plans(page: Any) -> SearchDocument:
    """The menus and plans of a school: the newest of them."""
    return SearchDocument(
        **common_fields(page),
        body="\n".join(filter(None, map(one_line, [page.summary, *page.words()]))),
        published_at=page.first_published_at,
    )


def _words(value: Any) -> Iterator[str]:
    """Yield the texts of stored blocks, however deep; a row of a table is one line."""
    if isinstance(value, dict):
        inner = value["value"] if value.get("type") == "item" else value
        if all(not isinstance(cell, list | dict) for cell in inner.values()):
            yield " ".join(str(cell) for cell in inner.values() if cell not in (None, ""))
        else:
            for cell in inner.values():
                yield from _words(cell)
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif value not in (None, ""):
        yield str(value)

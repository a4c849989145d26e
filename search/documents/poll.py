from typing import Any

from search.documents.parts import common_fields, one_line
from tenants.registry.document import SearchDocument


def build_poll(page: Any) -> SearchDocument:
    """A poll: its question and choices, never what anybody answered."""
    choices = [one_line(text) for _key, text in page.options()]
    return SearchDocument(
        **common_fields(page),
        body="\n".join(filter(None, (one_line(page.summary), *choices))),
        published_at=page.first_published_at,
        year=page.opens_date.year,
    )

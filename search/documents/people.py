from typing import Any

from search.documents.parts import body_text, common_fields, one_line
from tenants.registry.document import SearchDocument


def build_people(page: Any) -> SearchDocument:
    """A page of leaders, officials or parts of a unit: found by whom and what it shows on the day it is entered."""
    lines = [body_text(page.summary, page.body), *map(one_line, page.words())]
    return SearchDocument(
        **common_fields(page),
        body="\n".join(line for line in lines if line),
        published_at=page.last_published_at or page.first_published_at,
    )

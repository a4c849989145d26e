from typing import Any

from search.documents.parts import body_text, common_fields
from tenants.registry.document import SearchDocument


def build_consultation(page: Any) -> SearchDocument:
    """A draft open for comment, dated by its opening; the outcome is found once it is written."""
    outcome = body_text("", page.outcome)
    return SearchDocument(
        **common_fields(page),
        body="\n".join(filter(None, (body_text(page.summary, page.body), outcome))),
        published_at=page.first_published_at,
        year=page.opens_date.year,
    )

from typing import Any

from search.documents.parts import body_text, common_fields
from tenants.registry.document import SearchDocument


def build_standard_page(page: Any) -> SearchDocument:
    """A page that stays, such as an introduction or a contact page: dated by its last publication."""
    return SearchDocument(
        **common_fields(page),
        body=body_text(page.summary, page.body),
        published_at=page.last_published_at or page.first_published_at,
    )

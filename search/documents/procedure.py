from typing import Any

from search.documents.parts import body_text, common_fields, one_line
from tenants.registry.document import SearchDocument


def build_procedure(page: Any) -> SearchDocument:
    """An administrative procedure: found by its field, its code and the papers it asks for, too."""
    papers = ", ".join(item.value["name"] for item in page.dossier)
    return SearchDocument(
        **common_fields(page),
        body="\n".join(filter(None, (body_text(page.summary, page.body), one_line(papers)))),
        keywords=one_line(f"thủ tục hành chính {page.get_field_display()} {page.code}"),
        published_at=page.last_published_at or page.first_published_at,
    )

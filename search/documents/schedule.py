from typing import Any

from search.documents.parts import common_fields, one_line
from tenants.registry.document import SearchDocument


def build_schedule(page: Any) -> SearchDocument:
    """The page of the working schedule. Its weeks come and go, and are read there and not found one by one."""
    return SearchDocument(
        **common_fields(page),
        body=one_line(page.summary),
        keywords="lịch tuần, lịch làm việc của lãnh đạo",
        published_at=page.last_published_at or page.first_published_at,
    )
